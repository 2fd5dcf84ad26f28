"""Learn the weights for recognising thoughts from the development sentences alone, and write them as code.

`python tools/noticing_weights.py` writes src/longgame/mind/noticing/weights.py and src/longgame/mind/harm_weights.py;
with `--check` it writes nothing and says whether what is there is what it would write. Each is one multinomial logistic
regression with a ridge, over the patterns and "none" or the kinds of harm and "none". The shares from which something
is named are set on folds that keep each voice whole.
"""

from __future__ import annotations

import hashlib
import math
import sys
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.noticing import (  # noqa: E402 the path is set above
    DEVELOPMENT,
    FOLDER,
    HARM_DEVELOPMENT,
    HARM_WORDINGS,
    HARMS,
    LABELS,
    WORDINGS,
    Labelled,
    labelled,
    wordings,
)

from longgame.mind import harm_weights  # noqa: E402 the path is set above
from longgame.mind.noticing import weights as kept_weights  # noqa: E402 the path is set above
from longgame.mind.noticing.features import features  # noqa: E402 the path is set above
from longgame.mind.noticing.recognise import by_cues  # noqa: E402 the path is set above
from longgame.mind.noticing.wording import reading  # noqa: E402 the path is set above

ROOM = ROOT / "src/longgame/mind"
RIDGE, FOLDS, LEAST_SEEN, STEPS = 0.15, 4, 2, 40
PIECES = (WORDINGS, HARM_WORDINGS)
COUNTS = {"sentences.txt": 0.7, "more.txt": 0.7, WORDINGS: 0.5, HARM_WORDINGS: 0.7}
"""What a line of a file counts: the cues were written from the first two, and wordings are no whole thoughts."""
HARMFUL = 2.0
"""How many times a line that speaks of harm counts, for to miss one is worse than to be wrong."""
LENGTH, STEP, RARITY_STEP, ZERO, RARITY_SCALE = 5.0, 1 / 16, 1 / 150, 128, 6.0
PRECISION = {"comparison": 0.9}
OTHERWISE = 0.6
FALSE_ALARMS = (0.03, 0.12)
"""The shares of ordinary thoughts that may be answered with help, or with a line that says where help is."""
JUDGED = ("voices.txt", "fresh.txt", "notebooks.txt")
"""Where lines are set: thoughts as they come, not those written to be hard."""
EDGES = ("b:^_", "n:short", "t:", "u:")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """What is learned from: lines with their features, what each means, how much it counts, and whose voice it is."""

    lines: tuple[Labelled, ...]
    rows: tuple[dict[str, float], ...]
    meant: Floats
    counts: Floats


def weighed(one: Labelled, cued: bool) -> dict[str, float]:
    """The features of a line by name, with its cues if asked for; a wording has no beginning and no end."""
    wording = reading(one.text)
    found = features(wording, ((n.pattern.value, n.confidence) for n in by_cues(wording)) if cued else ())
    whole = one.source not in PIECES
    return {
        each.name: each.value for each in found if whole or not (each.name.startswith(EDGES) or each.name[-2:] == "_$")
    }


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to learn: labels with none last, files and those of them that are judged, where it goes, its lines."""

    labels: tuple[str, ...]
    files: tuple[str, ...]
    judged: tuple[str, ...]
    out: Path
    lines: Callable[[Table, Floats], list[float]]


def table(task: Task) -> Table:
    """All lines of a task."""
    lines = tuple(one for name in task.files for one in (wordings(name) if name in PIECES else labelled(name)))
    meant = np.array([[label in one.labels for label in task.labels] for one in lines], dtype=np.float64)
    meant[:, -1] = np.where(meant.any(axis=1), meant[:, -1], 1.0)
    cued = "comparison" in task.labels
    counts = np.array([COUNTS.get(one.source, 1.0) for one in lines])
    counts *= 1.0 if cued else np.where(meant[:, -1] == 0, HARMFUL, 1.0)
    rows = tuple(weighed(one, cued) for one in lines)
    return Table(lines, rows, meant / meant.sum(axis=1, keepdims=True), counts)


def rarities(rows: tuple[dict[str, float], ...]) -> dict[str, int]:
    """How rare each feature is, in whole steps; the same on every machine."""
    seen = Counter(name for row in rows for name in row)
    return {
        name: round(math.log(len(rows) / times) / RARITY_SCALE / RARITY_STEP)
        for name, times in sorted(seen.items())
        if times >= LEAST_SEEN
    }


def rarest(rows: tuple[dict[str, float], ...]) -> float:
    """The rarity of a feature that was never learned."""
    return round(math.log(len(rows)) / RARITY_SCALE, 3)


def matrix(rows: tuple[dict[str, float], ...], rare: dict[str, int], unseen: float) -> csr_matrix:
    """Lines by features, each line at one length."""
    places = {name: at for at, name in enumerate(rare)}
    data, row, column = [], [], []
    for at, one in enumerate(rows):
        values = [
            (places.get(name), value * rare.get(name, unseen / RARITY_STEP) * RARITY_STEP)
            for name, value in one.items()
        ]
        scale = LENGTH / (math.sqrt(sum(value * value for _, value in values)) or 1.0)
        known = [(place, value * scale) for place, value in values if place is not None]
        data += [value for _, value in known]
        column += [place for place, _ in known]
        row += [at] * len(known)
    return csr_matrix((data, (row, column)), shape=(len(rows), len(rare)))


def loss_and_slope(every: Floats, seen: csr_matrix, meant: Floats, counts: Floats) -> tuple[float, Floats]:
    """The loss under the ridge, and its slope, for weights and biases in one vector."""
    classes, known = meant.shape[1], seen.shape[1]
    weights, biases = every[: known * classes].reshape(known, classes), every[known * classes :]
    odds = seen @ weights + biases
    logs = odds - logsumexp(odds, axis=1, keepdims=True)
    miss = (np.exp(logs) - meant) * counts[:, None]
    loss = float(-(counts[:, None] * meant * logs).sum() + RIDGE * (weights * weights).sum() / 2)
    return loss, np.r_[(seen.T @ miss + RIDGE * weights).ravel(), miss.sum(0)]


def fitted(seen: csr_matrix, meant: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """The weights and biases that fit best under the ridge."""
    size = seen.shape[1] * meant.shape[1]
    found = minimize(
        loss_and_slope,
        np.zeros(size + meant.shape[1]),
        (seen, meant, counts),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": STEPS},
    ).x
    return found[:size].reshape(seen.shape[1], -1), found[size:]


def shares_of(seen: csr_matrix, weights: Floats, biases: Floats) -> Floats:
    """The share of every label for every line."""
    odds = seen @ weights + biases
    return np.exp(odds - logsumexp(odds, axis=1, keepdims=True))


def left_out(known: Table, task: Task) -> Floats:
    """The shares of every line that is judged, learned without its fold; a voice is never torn apart."""
    voices = sorted({one.voice for one in known.lines if one.voice})
    fold = np.array([(voices.index(one.voice) if one.voice else at) % FOLDS for at, one in enumerate(known.lines)])
    fold[[one.source not in task.judged for one in known.lines]] = -1
    found = np.zeros_like(known.meant)
    for each in range(FOLDS):
        rest = tuple(row for row, place in zip(known.rows, fold, strict=True) if place != each)
        rare, unseen = rarities(rest), rarest(rest)
        seen = matrix(known.rows, rare, unseen)
        weights, biases = fitted(seen[fold != each], known.meant[fold != each], known.counts[fold != each])
        found[fold == each] = shares_of(seen[fold == each], weights, biases)
    return found


def line_for(share: Floats, meant: Floats, precision: float) -> float:
    """The share with the best F1 among those from which on at least `precision` of what is named is meant.

    Where no line is that precise, the most precise one that still names a third of what is meant.
    """
    found = []
    for line in np.linspace(0.25, 0.95, 71):
        named = share >= line
        hits = float((named * meant).sum())
        if named.sum():
            found.append((hits / named.sum(), 2 * hits / (named.sum() + meant.sum()), hits / meant.sum(), float(line)))
    precise = [one for one in found if one[0] >= precision]
    return max(precise, key=lambda one: one[1])[3] if precise else max(one for one in found if one[2] >= 1 / 3)[3]


def pattern_lines(known: Table, found: Floats) -> list[float]:
    """The line of each pattern, set across whole voices; prints how well they do there."""
    judged = np.array([one.source in JUDGED for one in known.lines])
    truth = known.meant > 0
    lines = [
        line_for(found[judged, at], truth[judged, at].astype(float), PRECISION.get(label, OTHERWISE))
        for at, label in enumerate(LABELS[:-1])
    ]
    named = found[judged, :-1] >= np.array(lines)
    named = np.c_[named, ~named.any(axis=1)]
    hits, said, meant = (named & truth[judged]).sum(0), named.sum(0), truth[judged].sum(0)
    macro = np.mean(2 * hits / (said + meant))
    print(f"across {judged.sum()} sentences of voices left out in turn: macro-F1 {macro:.3f}")
    for label, hit, says, means in zip(LABELS, hits, said, meant, strict=True):
        print(f"  {label:16} {hit / says:5.2f} {hit / means:5.2f} {means:4}")
    return lines


def harm_lines(known: Table, found: Floats) -> list[float]:
    """The lines for harm of any kind: the lowest shares at which few enough ordinary thoughts are taken for it."""
    ordinary = np.array([one.source in DEVELOPMENT for one in known.lines])
    whole = np.array([one.source not in PIECES for one in known.lines])
    harmful = (known.meant[:, -1] == 0) & whole
    share = 1 - found[:, -1]
    lines = [float(np.ceil(np.quantile(share[ordinary], 1 - rate) * 100) / 100) for rate in FALSE_ALARMS]
    for line in lines:
        heard, alarms = np.mean(share[harmful] >= line), np.mean(share[ordinary] >= line)
        print(f"harm: line {line}, found {heard:.2f} of {harmful.sum()} left out in turn,", end=" ")
        print(f"false alarms {alarms:.3f} of {ordinary.sum()}")
    return lines


TASKS = (
    Task(
        LABELS,
        (*DEVELOPMENT, WORDINGS),
        (*JUDGED, "near_misses.txt", "beside_others.txt"),
        ROOM / "noticing/weights.py",
        pattern_lines,
    ),
    Task(
        HARMS,
        (*DEVELOPMENT, *HARM_DEVELOPMENT, HARM_WORDINGS),
        (*DEVELOPMENT, *HARM_DEVELOPMENT),
        ROOM / "harm_weights.py",
        harm_lines,
    ),
)


def main() -> int:
    """Learn, set the lines, write or check."""
    return max(learn(task) for task in TASKS)


def learn(task: Task) -> int:
    """One task; with `--check` nothing is written, and 1 says that what is kept differs."""
    known = table(task)
    rare, unseen = rarities(known.rows), rarest(known.rows)
    weights, biases = fitted(matrix(known.rows, rare, unseen), known.meant, known.counts)
    weights -= weights.mean(axis=1, keepdims=True)
    kept = np.clip(np.rint(weights / STEP) + ZERO, 0, 255).astype(np.uint8)
    numbers = np.c_[np.array(list(rare.values()), dtype=np.uint8), kept]
    if "--check" in sys.argv:
        return check(task, list(rare), numbers)
    lines = task.lines(known, left_out(known, task))
    task.out.write_text(written(list(rare), numbers, biases - biases.mean(), unseen, lines), encoding="utf-8")
    return 0


def check(task: Task, names: list[str], numbers: NDArray[np.uint8]) -> int:
    """Compare with what is kept: names and rarities exactly, weights within a step, as machines round differently."""
    kept = kept_weights.WEIGHTS if "comparison" in task.labels else harm_weights.WEIGHTS
    same = zlib.decompress(b64decode(kept.names)).decode().split(" ") == names
    packed = zlib.decompress(b64decode(kept.numbers))
    there = np.frombuffer(packed, dtype=np.uint8).reshape(-1, numbers.shape[1])
    far = int(np.abs(there.astype(int) - numbers.astype(int)).max()) if same else 255
    print(f"{task.out.name}: {'is' if far <= 1 else 'is not'} what the sentences give")
    return 0 if far <= 1 else 1


def digest() -> str:
    """One hash of everything the weights come from: sentences, features, cues and this tool."""
    room = ROOM / "noticing"
    names = ("features", "given_names", "kinds_of_words", "scope", "wording", "cue", "recognise")
    code = [room / f"{one}.py" for one in names]
    sentences = [FOLDER / one for one in (*DEVELOPMENT, *HARM_DEVELOPMENT, *PIECES)]
    whole = hashlib.sha256()
    for path in [*code, *sorted((room / "cues").glob("*.py")), *sentences, Path(__file__)]:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def written(names: list[str], numbers: NDArray[np.uint8], biases: Floats, unseen: float, lines: list[float]) -> str:
    """The module: names and numbers packed, biases, lines."""

    def packed(data: bytes) -> str:
        text = b64encode(zlib.compress(data, 9)).decode()
        return "\n".join(f'        "{text[at : at + 100]}"' for at in range(0, len(text), 100))

    return f'''# generated by tools/noticing_weights.py
"""Weights of features for each class, none last, learned from the development sentences: packed, a byte a number."""

from longgame.mind.noticing.weighing import Weights

LEARNED_FROM = "{digest()}"
LINES = ({", ".join(f"{one:.2f}" for one in lines)},)
WEIGHTS = Weights(
    biases=({", ".join(f"{one:.3f}" for one in biases)}),
    rarest={unseen},
    names=(
{packed(" ".join(names).encode())}
    ),
    numbers=(
{packed(numbers.tobytes())}
    ),
)
'''


if __name__ == "__main__":
    sys.exit(main())
