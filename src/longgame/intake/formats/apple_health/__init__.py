"""Apple Health's export: gigabytes of records in one XML file, read in one pass and a few megabytes of memory."""

from longgame.intake.formats.apple_health.reader import READER

__all__ = ["READER"]
