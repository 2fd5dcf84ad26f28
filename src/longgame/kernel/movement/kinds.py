"""Movements found by name: the entries of `families`, and taking a name apart into movement, manner and equipment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from longgame.kernel.movement import families
from longgame.kernel.movement.exercise import Equipment, Muscle
from longgame.kernel.movement.words import apart, bag, without_modifiers
from longgame.kernel.sport import MovementPattern


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement, whatever it is done with; `usual` is the equipment meant where none is named."""

    name: str
    pattern: MovementPattern
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    usual: Equipment | None


@dataclass(frozen=True, slots=True)
class Match:
    """A name taken apart: the movement, the words of manner ("incline", "single arm"), and the equipment."""

    movement: Movement
    manner: frozenset[str]
    equipment: Equipment | None


def entries(text: str) -> Iterator[tuple[str, ...]]:
    """The entries of a table of ours: cells between bars; lines that begin with a space go on from the one before."""
    for line in text.strip().replace("\n  ", " ").splitlines():
        yield tuple(cell.strip() for cell in line.split("|"))


def muscles(text: str) -> tuple[Muscle, ...]:
    """The muscles in a list with commas."""
    return tuple(Muscle(word.strip()) for word in text.split(",") if word.strip())


@cache
def movements() -> dict[frozenset[str], Movement]:
    """Every movement by the bag of words of each of its names."""
    found: dict[frozenset[str], Movement] = {}
    for text in (families.PUSH_AND_PULL, families.LEGS, families.TRUNK_AND_WHOLE_BODY):
        for names, pattern, primary, secondary, usual in entries(text):
            equipment = Equipment(usual) if usual else None
            for synonyms in names.split(";"):
                spellings = [name.strip() for name in synonyms.split("=")]
                movement = Movement(
                    spellings[0], MovementPattern(pattern), muscles(primary), muscles(secondary), equipment
                )
                for name in spellings:
                    found.setdefault(bag(name), movement)
    return found


@lru_cache(maxsize=8192)
def match(name: str) -> Match | None:
    """The movement that a name stands for, with as few words as possible taken for manner; None if any word is left."""
    words = bag(name)
    named = apart(words)
    whole, bare = without_modifiers(words), without_modifiers(named.words)
    ways = sorted([*whole, *bare], key=lambda way: len(way[1]))
    for rest, taken in ways:
        movement = movements().get(rest)
        if movement is not None:
            return Match(movement, taken - {"standing"}, named.equipment or movement.usual)
    return None
