"""Sports and movement patterns: the world's words for what a body does, shared by plan and record."""

from __future__ import annotations

from enum import Enum


class Sport(Enum):
    """What a session or a step is done as; the value is the word in plan text and JSON."""

    RUN = "run"
    RIDE = "ride"
    SWIM = "swim"
    ROW = "row"
    WALK = "walk"
    HIKE = "hike"
    SKI = "ski"
    PADDLE = "paddle"
    SKATE = "skate"
    HANDCYCLE = "handcycle"
    WHEELCHAIR = "wheelchair"
    STRENGTH = "strength"
    CONDITIONING = "conditioning"
    MOBILITY = "mobility"
    SKILL = "skill"
    MULTISPORT = "multisport"
    TRANSITION = "transition"
    OTHER = "other"


class MovementPattern(Enum):
    """The family of movement an exercise belongs to; failure is rationed per pattern."""

    PUSH = "push"
    PULL = "pull"
    SQUAT = "squat"
    HINGE = "hinge"
    CARRY = "carry"
    CORE = "core"
    LOCOMOTION = "locomotion"
