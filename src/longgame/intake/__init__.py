"""Bytes become records or a diagnostic; nothing is lost and nothing is guessed silently."""

from longgame.intake.library import read, read_all

__all__ = ["read", "read_all"]
