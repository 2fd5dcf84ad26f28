"""What the day calls for: the athlete's own text, read into dated sessions with two-sided bounds."""

from longgame.plan.language.parser import Parsed, parse

__all__ = ["Parsed", "parse"]
