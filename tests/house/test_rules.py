"""Every rule of the house holds in every file it is about, and every rule can fail."""

from __future__ import annotations

import pytest

from tests.house.rules import Rule, mistakes, purity, sizes, testing, words
from tests.house.source import PACKAGE, Source, sources

RULES: dict[str, Rule] = {
    name: rule for module in (sizes, words, purity, mistakes, testing) for name, rule in module.RULES.items()
}
BREAKS = [(name, case) for name, rule in RULES.items() for case in rule.breaks]
KEEPS = [(name, case) for name, rule in RULES.items() for case in rule.keeps]


@pytest.mark.parametrize("name", RULES)
def test_the_rule_holds(name: str) -> None:
    rule = RULES[name]
    assert [complaint for source in sources(*rule.folders) for complaint in rule.complaints(source)] == []


@pytest.mark.parametrize(("name", "case"), BREAKS)
def test_the_rule_objects(name: str, case: str) -> None:
    rule = RULES[name]
    assert len(list(rule.complaints(Source(rule.path, rule.breaks[case])))) >= 1


@pytest.mark.parametrize(("name", "case"), KEEPS)
def test_the_rule_lets_pass(name: str, case: str) -> None:
    rule = RULES[name]
    assert list(rule.complaints(Source(rule.path, rule.keeps[case]))) == []


def test_every_rule_is_proven_to_fail() -> None:
    assert [name for name, rule in RULES.items() if not rule.breaks] == []


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without its `__init__.py` is invisible to the contracts between rooms."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert sorted(folder for folder in folders if not (folder / "__init__.py").exists()) == []
