"""Cues of harm as two parts that stand near each other: a wish and an end, a blade and skin. Tuned to miss little."""
