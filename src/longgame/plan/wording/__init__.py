"""Canonical text, piece by piece: how numbers, clauses, steps and whole lines are written."""
