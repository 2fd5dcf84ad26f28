"""Names, docstrings and comments say what things mean, and nothing is waved through in silence."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.house.rules import Rule
from tests.house.source import Function, Source, package_sources

EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "stuff"})
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<codes>\s*:\s*[A-Z0-9, ]+|\[[a-z-, ]+\])?(?P<reason>.*)")
SHOUT = re.compile(r"\w!(?=$|[\s\"'”’)])")
MEASURE_SECTIONS = ("Model", "Args", "Returns", "Raises", "Evidence", "References", "Example")
GRADE = re.compile(r"^Evidence:[^.]*?\b(strong|moderate|weak|convention|arithmetic|exact|as for `)", re.MULTILINE)


def empty_names(source: Source) -> Iterator[str]:
    for part in source.path.removesuffix(".py").split("/"):
        if part.strip("_") in EMPTY_NAMES:
            yield f"{source.path}: {part} says nothing; name what is in it"


def _comments(source: Source, about: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The comments of a file, where anything `about` them stands in it at all: taking text apart is slow."""
    if about.search(source.text) is None:
        return
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def suppressions(source: Source) -> Iterator[str]:
    for line, comment in _comments(source, SUPPRESSION):
        found = SUPPRESSION.search(comment)
        if found is None:
            continue
        if found["codes"] is None:
            yield f"{source.path}:{line}: name the rule that is suppressed"
        elif len(found["reason"].split()) < 3:
            yield f"{source.path}:{line}: say why the rule is suppressed, in the same comment"


def unfinished(source: Source) -> Iterator[str]:
    for line, comment in _comments(source, UNFINISHED):
        if UNFINISHED.search(comment):
            yield f"{source.path}:{line}: finish it or write it down outside the code"
    for node in source.nodes:
        if isinstance(node, ast.Raise) and node.exc is not None and "NotImplementedError" in ast.unparse(node.exc):
            yield source.at(node, "a stub is not code")


def _public_definitions(source: Source) -> Iterator[tuple[Function | ast.ClassDef, ast.ClassDef | None]]:
    """Public functions and classes of the module and public methods of public classes, with the class."""
    for node in source.tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node, None
            if isinstance(node, ast.ClassDef):
                methods = (m for m in node.body if isinstance(m, Function) and not m.name.startswith("_"))
                yield from ((method, node) for method in methods)


def _is_protocol(owner: ast.ClassDef) -> bool:
    return any("Protocol" in ast.unparse(base) for base in owner.bases)


def _promised_names(sources: list[Source]) -> frozenset[str]:
    """Names of methods that protocols document; who keeps such a promise need not say it again."""
    return frozenset(
        method.name
        for source in sources
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and _is_protocol(node)
        for method in node.body
        if isinstance(method, Function) and ast.get_docstring(method) is not None
    )


PROMISED = _promised_names(package_sources())


def _explained_elsewhere(node: Function | ast.ClassDef, owner: ast.ClassDef | None) -> bool:
    if any(ast.unparse(decorator).endswith(("overload", ".setter")) for decorator in node.decorator_list):
        return True
    return owner is not None and not _is_protocol(owner) and (bool(owner.bases) or node.name in PROMISED)


def undocumented(source: Source) -> Iterator[str]:
    if ast.get_docstring(source.tree) is None and source.tree.body:
        yield f"{source.path}:1: the module says nothing about itself"
    for node, owner in _public_definitions(source):
        if ast.get_docstring(node) is None and not _explained_elsewhere(node, owner):
            yield source.at(node, f"{node.name} has no docstring")


def measure_docstrings(source: Source) -> Iterator[str]:
    if source.room != "measure":
        return
    for node in source.tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield from (source.at(node, f"{node.name}: {says}") for says in _missing_sections(node))


def _missing_sections(function: Function) -> Iterator[str]:
    doc = ast.get_docstring(function) or ""
    present = set(re.findall(r"^([A-Z][a-z]+):", doc, re.MULTILINE))
    needed = set(MEASURE_SECTIONS)
    if not (function.args.args or function.args.kwonlyargs or function.args.posonlyargs):
        needed.discard("Args")
    if not any(isinstance(node, ast.Raise) for node in ast.walk(function)):
        needed.discard("Raises")
    for section in MEASURE_SECTIONS:
        if section in needed - present:
            yield f"the docstring has no section {section}:"
    if "Evidence" in present and GRADE.search(doc) is None:
        yield "the evidence has no grade (strong, moderate, weak, convention; arithmetic)"
    if "Example" in present and ">>>" not in doc:
        yield "the example does not run"


def loud(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SHOUT.search(node.value):
            yield source.at(node, "the coach is calm: no exclamation marks")


MEASURE_DOC = '''
def f(x: float) -> float:
    """Doubled power in W.

    Model: y = 2 x.

    Args:
        x: power [W].

    Returns:
        [W], at least 0.

    Evidence: weak; one study.

    References:
        Somebody 2001, J 1:1.

    Example:
        >>> f(1.0)
        2.0
    """
    return 2 * x
'''

RULES = {
    "files are named for what is in them": Rule(
        empty_names, breaks={"any": "x = 1"}, path="src/longgame/plan/utils/dates.py"
    ),
    "a rule is suppressed with a reason": Rule(
        suppressions,
        breaks={"bare": "x = 1  # noqa", "no reason": "x = 1  # noqa: E501", "type": "x = 1  # type: ignore[misc]"},
        keeps={"with one": "x = 1  # noqa: BLE001 the last door: every fault becomes exit code 3"},
        folders=("src/longgame", "tests", "benchmarks", "examples", "tools"),
    ),
    "nothing is left unfinished": Rule(
        unfinished,
        breaks={"mark": "x = 1  # TODO later", "stub": "def f():\n    raise NotImplementedError"},
        keeps={"a word in a text": "x = 'TODO'"},
    ),
    "everything public says what it means": Rule(
        undocumented,
        breaks={
            "module": "x = 1",
            "function": '"""M."""\ndef f(): return 1',
            "class": '"""M."""\nclass A: x = 1',
            "method": '"""M."""\nclass A:\n    """A."""\n    def f(self): return 1',
            "promise": '"""M."""\nclass A(Protocol):\n    """A."""\n    def f(self): ...',
        },
        keeps={
            "private": '"""M."""\ndef _f(): return 1',
            "said by its base": '"""M."""\nclass A(B):\n    """A."""\n    def f(self): return 1',
        },
    ),
    "numbers say model, units, evidence and source": Rule(
        measure_docstrings,
        breaks={
            section: MEASURE_DOC.replace(f"{section}:", f"{section} ")
            for section in MEASURE_SECTIONS
            if section != "Raises"
        }
        | {
            "raises unsaid": MEASURE_DOC.replace("    return", "    raise ValueError(x)\n    return"),
            "no grade": MEASURE_DOC.replace("weak", "believed"),
            "no example": MEASURE_DOC.replace(">>>", ""),
        },
        keeps={"all said": MEASURE_DOC, "private": MEASURE_DOC.replace("def f", "def _f").replace("Model:", "")},
        path="src/longgame/measure/some.py",
    ),
    "the coach is calm": Rule(
        loud, breaks={"praise": "x = 'Well done!'"}, keeps={"code": "x = '<!doctype html>'\ny = 'a != b'"}
    ),
}
