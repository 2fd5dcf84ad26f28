"""How well thoughts are recognised: precision, recall and F1 per pattern on sentences no rule was tuned on.

`python -m benchmarks noticing`, or `make evaluate-noticing`. With `--misses` it prints what was missed or named for
nothing in the development part, which is the only part that rules may be changed by.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from longgame.mind.harm import Harm, harm_in
from longgame.mind.noticing.recognise import patterns_in
from longgame.mind.patterns import Pattern

FOLDER = Path(__file__).parent / "noticing_set"
NONE = "none"
HELD_OUT_FIFTHS = 2
LABELS = (*(one.value for one in Pattern), NONE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and the labels a person gave it."""

    text: str
    labels: frozenset[str]

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the part no rule may be tuned on: two fifths, by a hash of the sentence."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 5 < HELD_OUT_FIFTHS


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
    """The sentences of one file of the set."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return tuple(Labelled(text, frozenset(labels.split(", "))) for labels, text in pairs)


def recognised(text: str) -> frozenset[str]:
    """What longgame names; `none` when it names nothing."""
    return frozenset(one.pattern.value for one in patterns_in(text)) or frozenset({NONE})


def harms(text: str) -> frozenset[str]:
    """The kinds of harm that longgame finds a cue of; `none` when it finds none."""
    return frozenset(one.value for one in harm_in(text)) or frozenset({NONE})


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
    """Print the scores of both parts."""
    sentences = labelled("sentences.txt")
    development = [one for one in sentences if not one.held_out]
    held_out = [one for one in sentences if one.held_out]
    if "--misses" in sys.argv:
        print_misses(development, recognised)
        print_misses([one for one in labelled("harm.txt") if not one.held_out], harms)
        print_scores("development", len(development), scores(development, recognised))
        return 0
    print_scores("development", len(development), scores(development, recognised))
    print_scores("held out", len(held_out), scores(held_out, recognised))
    harm = labelled("harm.txt")
    print_scores("cues of harm", len(harm), scores(harm, harms, (*(one.value for one in Harm), NONE)))
    fresh = labelled("fresh.txt")
    print_scores("fresh: written after the rules", len(fresh), scores(fresh, recognised))
    return 0


if __name__ == "__main__":
    sys.exit(main())
