"""Judge the review engine's mutants and say which live: `python -m tools.mutants [judge | again | report] [PATTERN]`.

Mutants are made by mutmut, as `[tool.mutmut]` in pyproject.toml says, and kept in `mutants/`; its own commands
(`mutmut show NAME`, `mutmut browse`) work on the same folder. What differs is how they are judged: the tests are
collected once, and each mutant gets a fork of that process, which runs only the tests that reach its function, until
one fails: first those that told mutants of the same function apart, then the quickest. That is some thirty times as
fast as a test run for each. Mutants that the type checker refuses, and those that only write the same thing another
way (`_alike`), are counted apart. `judge` goes on where it stopped, in a random order that is always the same, so that
any part of it is a fair sample; `again` judges anew those that lived; `report` prints the figures and the survivors.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from fnmatch import fnmatch
from hashlib import sha256
from io import StringIO
from math import ceil, sqrt
from pathlib import Path
from time import process_time

import pytest
from _pytest.runner import runtestprotocol
from mutmut.__main__ import create_mutants
from mutmut.configuration import config
from mutmut.mutation.data import MutantLineSpans, SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import (
    change_cwd,
    copy_also_copy_files,
    copy_src_dir,
    setup_source_paths,
    walk_mutatable_files,
    walk_source_files,
)
from mutmut.utils.format_utils import get_mutant_name, mangled_name_from_mutant_name

KILLED, LIVED, UNREACHED, ILL_TYPED, ENDLESS, ALIKE = 1, 0, 33, 37, 36, 34
PATIENCE = 6
"""A mutant that needs this many times the processor time of the tests that reach it (and 3 s) has been told apart."""


def main(words: Sequence[str]) -> int:
    """Make what is missing, judge what is left, print the figures."""
    what, pattern = (words[0] if words else "judge"), (words[1] if len(words) > 1 else "*")
    if what not in ("judge", "again", "report"):
        print(__doc__)
        return 2
    if what != "report":
        _make()
        chosen = list(_left(pattern, again=what == "again"))
        print(f"{len(chosen)} mutants to judge", flush=True)
        if chosen and _judge(chosen) != 0:
            return 1
    return _report(pattern)


def _make() -> None:
    """Copy the sources, write the mutants of those that changed, and mark those the type checker refuses."""
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    for path in walk_source_files():
        if not config().should_mutate(path):
            shutil.copy2(path, Path("mutants") / path)
    copy_also_copy_files()
    setup_source_paths()
    with redirect_stdout(StringIO()):
        create_mutants(1)
    for data in _files():
        _set_aside_alike(data)
    fresh = [data for data in _files() if None in data.exit_code_by_key.values()]
    if not fresh or not config().type_check_command:
        return
    refused = _refused(config().type_check_command)
    for data in fresh:
        for name, code in data.exit_code_by_key.items():
            if code is None and name in refused:
                data.exit_code_by_key[name] = ILL_TYPED
        data.save()


def _set_aside_alike(data: SourceFileMutationData) -> None:
    """Mark the mutants that mean the same as what they were made from."""
    spans = MutantLineSpans.load(data.path)
    if spans is None:
        return
    for name, code in data.exit_code_by_key.items():
        function = name.rpartition(".")[2]
        original = re.sub(r"__mutmut_\d+$", "__mutmut_orig", function)
        if code in (None, LIVED) and {function, original} <= spans.span_by_function_name.keys():
            mutant, source = spans.read_function_sources([function, original])
            if _alike(mutant.replace(function, original), source):
                data.exit_code_by_key[name] = ALIKE
    data.save()


def _alike(mutant: str, source: str) -> bool:
    """Whether two texts of a function differ only where they cannot do different things.

    Guards: `strict=` of a zip over two columns that are made from one another and so have one length; what a default
    says that is written out. None put into an array of floats is NaN.
    """
    return _bare(mutant) == _bare(source)


def _bare(text: str) -> str:
    text = re.sub(r",\s*strict=\w+", "", text)
    text = re.sub(r",\s*(?=\))", "", text)
    text = re.sub(r"\] = None\b", "] = np.nan", text)
    text = re.sub(r"full_like\((\w+), None\)", r"full_like(\1, np.nan)", text)
    return " ".join(text.split())


def _refused(command: Sequence[str]) -> set[str]:
    """The mutants in whose lines the type checker finds an error."""
    beside = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    told = subprocess.run(command, cwd="mutants", capture_output=True, text=True, check=False, env=beside).stdout
    errors: dict[Path, set[int]] = defaultdict(set)
    for one in map(json.loads, filter(None, told.splitlines())):
        if one["severity"] == "error":
            errors[Path(one["file"])].add(one["line"])
    refused = set()
    for path, lines in errors.items():
        spans = MutantLineSpans.load(path)
        for name, span in spans.span_by_function_name.items() if spans is not None else ():
            if not lines.isdisjoint(range(span.start, span.end + 1)):
                refused.add(get_mutant_name(path, name))
    return refused


def _files() -> Iterator[SourceFileMutationData]:
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        yield data


def _left(pattern: str, *, again: bool) -> Iterator[tuple[SourceFileMutationData, str]]:
    """The mutants to judge, those never judged or those that lived, in an order that makes any part a fair sample."""
    wanted = {LIVED, UNREACHED} if again else {None}
    found = [
        (data, name)
        for data in _files()
        for name, code in data.exit_code_by_key.items()
        if code in wanted and fnmatch(name, pattern)
    ]
    yield from sorted(found, key=lambda one: sha256(one[1].encode()).digest())


def _judge(chosen: list[tuple[SourceFileMutationData, str]]) -> int:
    """Collect the tests once, see which of them reach which function, and judge."""
    judge = Judge(chosen)
    with change_cwd("mutants"):
        known = [*config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
        return int(pytest.main(["--rootdir=.", "-q", "-p", "no:xdist", *known], plugins=[judge]))


class Judge:
    """A pytest plug-in that runs every test once unchanged, and then those that reach a mutant in a fork for each."""

    def __init__(self, chosen: list[tuple[SourceFileMutationData, str]]) -> None:
        """`chosen` are the mutants to judge, each with the file that keeps its verdict."""
        self.chosen = chosen
        self.items: list[pytest.Item] = []
        self.reached: dict[str, list[int]] = defaultdict(list)
        self.took_s: list[float] = []
        self.told: dict[str, Counter[int]] = defaultdict(Counter)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Stand in for pytest's own loop."""
        self.items = session.items
        self._reach()
        for count, (data, name) in enumerate(self.chosen, start=1):
            data.exit_code_by_key[name] = self._verdict(name)
            if count % 50 == 0 or count == len(self.chosen):
                lived = sum(data.exit_code_by_key[name] in (LIVED, UNREACHED) for data, name in self.chosen[:count])
                told = f"{count} of {len(self.chosen)} judged, {lived} lived: {_estimate(count - lived, count)}"
                print(told, file=sys.__stderr__, flush=True)
                self._save()
        return True

    def _save(self) -> None:
        with change_cwd(".."):
            for data in {id(data): data for data, _ in self.chosen}.values():
                place = data.meta_path
                data.meta_path = place.with_suffix(".new")
                data.save()
                # Whole or not at all: a run may be stopped at any moment.
                data.meta_path = data.meta_path.replace(place)

    def _reach(self) -> None:
        """Run every test on the unchanged code, and note what it took and which functions it went through."""
        set_mutant_under_test("stats")
        for place, item in enumerate(self.items):
            state()._stats.clear()
            began = process_time()
            if not _passes(item, self.items[place + 1] if place + 1 < len(self.items) else None):
                raise pytest.UsageError(f"{item.nodeid} fails on the unchanged code")
            self.took_s.append(process_time() - began)
            for function in state()._stats:
                self.reached[function].append(place)
        set_mutant_under_test("")
        for places in self.reached.values():
            places.sort(key=lambda place: self.took_s[place])
        print(f"{len(self.items)} tests, {sum(self.took_s):.0f} s of processor time", file=sys.__stderr__, flush=True)

    def _verdict(self, name: str) -> int:
        function = mangled_name_from_mutant_name(name)
        places = self.reached.get(function)
        if not places:
            return UNREACHED
        told = self.told[function]
        ordered = sorted(places, key=lambda place: -told[place])
        here, there = os.pipe()
        child = os.fork()
        if child == 0:
            self._try(name, ordered, there)
        os.close(there)
        with os.fdopen(here) as pipe:
            failed = pipe.read()
        _, status = os.waitpid(child, 0)
        if failed:
            told[int(failed)] += 1
        if os.WIFSIGNALED(status):
            return ENDLESS
        return KILLED if os.WEXITSTATUS(status) else LIVED

    def _try(self, name: str, places: list[int], tell: int) -> None:
        """In the fork: run the tests with the mutant in place, leave with 1 at the first that fails, and tell which."""
        try:
            limit = ceil(PATIENCE * sum(self.took_s[place] for place in places)) + 3
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            set_mutant_under_test(name)
            for place, following in zip(places, [*places[1:], None], strict=True):
                if not _passes(self.items[place], None if following is None else self.items[following]):
                    os.write(tell, str(place).encode())
                    os._exit(1)
            os._exit(0)
        finally:
            os._exit(1)


def _estimate(killed: int, count: int) -> str:
    """The share killed with its 95 % interval, where those judged are a sample (Wilson 1927)."""
    share, z2 = killed / count, 1.96**2
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = sqrt(z2 * (share * (1 - share) / count + z2 / (4 * count**2))) / (1 + z2 / count)
    return f"{share:.1%} killed ({middle - half:.1%} to {middle + half:.1%})"


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    return all(not report.failed for report in runtestprotocol(item, nextitem=following, log=False))


def _report(pattern: str) -> int:
    """The figures file by file, the survivors by name, and the share told apart."""
    all_told: Counter[str] = Counter()
    survivors: list[str] = []
    for data in _files():
        judged = {name: code for name, code in data.exit_code_by_key.items() if fnmatch(name, pattern)}
        here = Counter(status_by_exit_code[code] for code in judged.values())
        survivors += [name for name, code in judged.items() if code in (LIVED, UNREACHED)]
        all_told += here
        if here:
            print(f"{str(data.path).removeprefix('src/longgame/'):<44} {_figures(here)}")
    print(f"\n{'all':<44} {_figures(all_told)}")
    print("\nliving: " + ("none" if not survivors else ""))
    for name in survivors:
        print(f"  {name}")
    return 0


def _figures(found: Counter[str]) -> str:
    """Counts and shares: with and without those that the type checker refuses."""
    told = found["killed"] + found["timeout"] + found["segfault"]
    lived = found["survived"] + found["no tests"]
    typed = found["caught by type check"]
    judged, left = told + lived, found["not checked"]
    share = told / judged if judged else 1.0
    words = f"{told:5} killed of {judged:5} by tests ({share:6.1%}), {typed:4} refused by types"
    words += f", {found['skipped']:3} mean the same"
    return words + (f", {left} not judged" if left else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
