"""How well thoughts are recognised: precision, recall and F1 per pattern on sentences no rule was tuned on.

Intervals are of 95 %: Wilson's for a share, and for macro-F1 the middle of 1,000 seeded resamplings of the sentences.

`python -m benchmarks noticing`, or `make evaluate-noticing`. With `--misses` it prints what was missed or named for
nothing in the development part, which is the only part that rules may be changed by.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from longgame.mind.harm import Harm, harm_in, is_near_harm
from longgame.mind.noticing.recognise import patterns_in
from longgame.mind.patterns import Pattern

FOLDER = Path(__file__).parent / "noticing_set"
NONE = "none"
LABELS = (*(one.value for one in Pattern), NONE)
HARMS = (*(one.value for one in Harm), NONE)
DEVELOPMENT = (
    "sentences.txt",
    "more.txt",
    "voices.txt",
    "near_misses.txt",
    "fresh.txt",
    "notebooks.txt",
    "beside_others.txt",
)
HARM_DEVELOPMENT = (
    "harm.txt",
    "fresh_harm.txt",
    "newest_harm.txt",
    "harm_more.txt",
    "last_harm.txt",
    "harm_notebooks.txt",
    "diaries_harm.txt",
)
NEVER_TUNED_ON, HARM_NEVER_TUNED_ON = "diaries.txt", "quiet_harm.txt"
"""Written and frozen before the cues and weights were touched for the last time, in the manner of public diaries."""
RESAMPLINGS = 1000
WORDINGS, HARM_WORDINGS = "wordings.txt", "harm_wordings.txt"


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


def wordings(name: str = WORDINGS) -> tuple[Labelled, ...]:
    """Pieces of thoughts that speak for a pattern or for harm, each as a line of its own."""
    return tuple(
        Labelled(piece, line.labels, line.source) for line in labelled(name) for piece in line.text.split("; ")
    )


def recognised(text: str) -> frozenset[str]:
    """What longgame names; `none` when it names nothing."""
    return frozenset(one.pattern.value for one in patterns_in(text)) or frozenset({NONE})


def harms(text: str) -> frozenset[str]:
    """The kinds of harm that longgame finds a cue of; `none` when it finds none."""
    return frozenset(one.value for one in harm_in(text)) or frozenset({NONE})


def speaking_of_harm(sentences: Sequence[Labelled]) -> list[Labelled]:
    """The sentences that speak of harm of any kind."""
    kinds = {each.value for each in Harm}
    return [one for one in sentences if one.labels & kinds]


def answered(sentences: Sequence[Labelled]) -> tuple[int, int]:
    """How many sentences are answered with help, and how many with help or a line that says where it is."""
    helped = [bool(harm_in(one.text)) for one in sentences]
    return sum(helped), sum(one or is_near_harm(each.text) for one, each in zip(helped, sentences, strict=True))


def wilson(hits: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of 95 % of a share, after Wilson (1927); 0 to 1 where nothing was counted.

    >>> [round(one, 3) for one in wilson(81, 263)]
    [0.255, 0.366]
    """
    if not count:
        return 0.0, 1.0
    share, spread = hits / count, z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / count + spread / count / 4) / (1 + spread)
    return middle - half, middle + half


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


def resampled_f1(sentences: Sequence[Labelled]) -> tuple[float, float]:
    """The interval of 95 % of macro-F1 over the patterns of some sentences, by resampling them."""
    said = {one.text: recognised(one.text) for one in sentences}
    draw = random.Random(0)
    found = sorted(
        macro_f1(scores(draw.choices(sentences, k=len(sentences)), said.__getitem__)) for _ in range(RESAMPLINGS)
    )
    return found[round(0.025 * RESAMPLINGS)], found[round(0.975 * RESAMPLINGS) - 1]


def print_scores(title: str, count: int, found: Sequence[Score]) -> None:
    """One line for each label."""
    print(f"{title} ({count} sentences)")
    print(f"  {'':16} precision            recall             F1   of")
    for one in found:
        named, heard = _with_interval(one.hits, one.said), _with_interval(one.hits, one.meant)
        print(f"  {one.label:16} {named:20} {heard:18} {one.f1:.2f} {one.meant:4}")
    print(f"  macro-F1 {macro_f1(found):.3f}")


def _with_interval(hits: int, count: int) -> str:
    low, high = wilson(hits, count)
    return f"{hits / count if count else 1:.2f} ({low:.2f} to {high:.2f})"


def print_harm(title: str, sentences: Sequence[Labelled]) -> None:
    """How much of what speaks of harm is answered with help, and how much that does not."""
    print_scores(title, len(sentences), scores(sentences, harms, HARMS))
    meant = speaking_of_harm(sentences)
    print_answered("that speak of harm", meant)
    print_answered("that are near to it and do not", [one for one in sentences if one not in meant])


def print_answered(which: str, sentences: Sequence[Labelled]) -> None:
    """How many sentences are answered with help, and how many at least with where help is."""
    helped, told = answered(sentences)
    count = len(sentences)
    print(f"  of {count} {which}: answered with help {_with_interval(helped, count)},")
    print(f"    with help or a line that says where it is {_with_interval(told, count)}")


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
    for title, name in (("held out: of another time", "held_out.txt"), ("never tuned on: diaries", NEVER_TUNED_ON)):
        part = labelled(name)
        print_scores(title, len(part), scores(part, recognised))
        print("  interval of macro-F1: {:.3f} to {:.3f}".format(*resampled_f1(part)))
    print_harm("harm: learned from", [one for name in HARM_DEVELOPMENT for one in labelled(name)])
    print_harm("harm, never tuned on", labelled(HARM_NEVER_TUNED_ON))
    ordinary = [*labelled("held_out.txt"), *labelled(NEVER_TUNED_ON)]
    print_answered("ordinary thoughts, never tuned on", ordinary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
