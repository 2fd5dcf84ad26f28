"""How well thoughts are recognised: precision, recall and F1 per pattern on sentences no rule was tuned on.

`python -m benchmarks noticing`, or `make evaluate-noticing`. With `--misses` it prints what was missed or named for
nothing in the development part, which is the only part that rules may be changed by.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from longgame.mind.harm import Harm, harm_in
from longgame.mind.noticing.recognise import patterns_in
from longgame.mind.patterns import Pattern

FOLDER = Path(__file__).parent / "noticing_set"
NONE = "none"
LABELS = (*(one.value for one in Pattern), NONE)
HARMS = (*(one.value for one in Harm), NONE)
DEVELOPMENT = ("sentences.txt", "more.txt", "voices.txt", "near_misses.txt")


HARM_DEVELOPMENT = ("harm.txt", "fresh_harm.txt", "newest_harm.txt", "harm_more.txt")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, the labels a person gave it, the file it stands in, and whose voice it is where the file says so."""

    text: str
    labels: frozenset[str]
    source: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one label."""

    label: str
    hits: int
    said: int
    meant: int

    @property
    def precision(self) -> float:
        """Of those named, the share that was meant."""
        return self.hits / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Of those meant, the share that was named."""
        return self.hits / self.meant if self.meant else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.said + self.meant) if self.said + self.meant else 1.0


def labelled(name: str) -> tuple[Labelled, ...]:
    """The sentences of one file of the set; a line with two marks names the voice of those that follow."""
    found, voice = [], ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            voice = line[3:]
        elif line and not line.startswith("#"):
            labels, text = line.split(" | ", 1)
            found.append(Labelled(text, frozenset(labels.split(", ")), name, voice))
    return tuple(found)


def development() -> tuple[Labelled, ...]:
    """All sentences that rules and weights may be changed by."""
    return tuple(one for name in DEVELOPMENT for one in labelled(name))


def wordings() -> tuple[Labelled, ...]:
    """Pieces of thoughts that speak for a pattern, each as a line of its own."""
    return tuple(
        Labelled(piece, line.labels, line.source)
        for line in labelled("wordings.txt")
        for piece in line.text.split("; ")
    )


def recognised(text: str) -> frozenset[str]:
    """What longgame names; `none` when it names nothing."""
    return frozenset(one.pattern.value for one in patterns_in(text)) or frozenset({NONE})


def harms(text: str) -> frozenset[str]:
    """The kinds of harm that longgame finds a cue of; `none` when it finds none."""
    return frozenset(one.value for one in harm_in(text)) or frozenset({NONE})


def any_harm(sentences: Sequence[Labelled]) -> float:
    """Of the sentences that speak of harm, the share in which harm of any kind is found."""
    meant = [one for one in sentences if NONE not in one.labels]
    return sum(NONE not in harms(one.text) for one in meant) / len(meant)


def scores(
    sentences: Sequence[Labelled], name: Callable[[str], frozenset[str]], labels: Sequence[str] = LABELS
) -> tuple[Score, ...]:
    """The score of every label over some sentences."""
    named = [(one.labels, name(one.text)) for one in sentences]
    return tuple(
        Score(
            label,
            sum(label in meant and label in said for meant, said in named),
            sum(label in said for _, said in named),
            sum(label in meant for meant, _ in named),
        )
        for label in labels
    )


def macro_f1(found: Sequence[Score]) -> float:
    """The plain mean of the labels' F1."""
    return sum(one.f1 for one in found) / len(found)


def print_scores(title: str, count: int, found: Sequence[Score]) -> None:
    """One line for each label."""
    print(f"{title} ({count} sentences)")
    print(f"  {'':16} precision  recall    F1   of")
    for one in found:
        print(f"  {one.label:16} {one.precision:9.2f} {one.recall:7.2f} {one.f1:5.2f} {one.meant:4}")
    print(f"  macro-F1 {macro_f1(found):.3f}")


def print_misses(sentences: Sequence[Labelled], name: Callable[[str], frozenset[str]]) -> None:
    """Sentences whose labels differ from what was recognised."""
    for one in sentences:
        said = name(one.text)
        if said != one.labels:
            print(f"  meant {', '.join(sorted(one.labels)):30} said {', '.join(sorted(said)):30} {one.text}")


def main() -> int:
    """Print the scores of every part."""
    rules = development()
    if "--misses" in sys.argv:
        print_misses(rules, recognised)
        print_misses([one for name in HARM_DEVELOPMENT for one in labelled(name)], harms)
    print_scores("development: learned from", len(rules), scores(rules, recognised))
    held_out, fresh = labelled("held_out.txt"), labelled("fresh.txt")
    print_scores("held out: of another time", len(held_out), scores(held_out, recognised))
    print_scores("fresh: written last, never tuned on", len(fresh), scores(fresh, recognised))
    for title, names in (("harm: learned from", HARM_DEVELOPMENT), ("harm: written last", ("last_harm.txt",))):
        part = [one for name in names for one in labelled(name)]
        print_scores(title, len(part), scores(part, harms, HARMS))
        print(f"  any kind: {any_harm(part):.2f} of what speaks of harm is answered with help")
    return 0


if __name__ == "__main__":
    sys.exit(main())
