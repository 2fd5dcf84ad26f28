"""Names for text: let, template and use, and how {names} are filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.model import Content, Let, Template, Use

NAME = r"[A-Za-z_]\w*"
BRACES = re.compile(r"\{\s*([^{}]*?)\s*\}")
_LET = re.compile(rf"let\s+(?P<name>{NAME})\s*=\s*(?P<value>.+)")
_TEMPLATE = re.compile(rf"template\s+(?P<name>{NAME})\s*(?:\(\s*(?P<list>[^()]*)\))?")
_USE = re.compile(rf"use\s+(?P<name>{NAME})\s*(?:\((?P<list>.*)\))?")

Read = tuple[Content | None, list[Fault]]


def read_let(text: str) -> Read:
    """let easy = 5:30..6:10 /km"""
    match = _LET.fullmatch(text)
    if match is None:
        message = "a name and its text are needed"
        return None, [Fault(PlanCode.PART_MISSING, 0, len(text), message, "write let easy = 5:30..6:10 /km")]
    return Let(match["name"], " ".join(match["value"].split())), []


def read_template(text: str) -> Read:
    """template cruise(reps, pace)"""
    match = _TEMPLATE.fullmatch(text)
    names = [name.strip() for name in (match["list"] or "").split(",")] if match else []
    if match is None or not all(re.fullmatch(NAME, name) for name in names if name):
        message = "a template has a name, and names for its parameters in brackets"
        return None, [Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), message, "write template cruise(reps, pace)")]
    return Template(match["name"], tuple(name for name in names if name)), []


def read_use(text: str) -> Read:
    """use cruise(4, 4:55..5:05 /km)"""
    match = _USE.fullmatch(text)
    if match is None:
        message = "a template is taken up by its name, with a value for each parameter"
        return None, [Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), message, "write use cruise(4, 4:55..5:05 /km)")]
    values = (match["list"] or "").split(",")
    return Use(match["name"], tuple(" ".join(value.split()) for value in values if value.strip())), []


def fill(text: str, names: Mapping[str, str], faults: list[Fault]) -> str:
    """`text` with every {name} replaced; one that nobody has given a meaning becomes a fault."""
    pieces: list[str] = []
    stop = 0
    for match in BRACES.finditer(text):
        pieces.append(text[stop : match.start()])
        stop = match.end()
        if match[1] in names:
            pieces.append(names[match[1]])
            continue
        pieces.append(match[0])
        name = match[1] or "name"
        near = get_close_matches(name, names, n=1)
        other = f"add a line: let {name} = …, or give it a value of your own: longgame plan let {name} '…'"
        hint = f"write {{{near[0]}}}" if near else other
        fault = Fault(PlanCode.NAME_UNKNOWN, match.start(), stop, f"nothing is called {match[0]}", hint)
        faults.append(fault)
    return "".join([*pieces, text[stop:]])
