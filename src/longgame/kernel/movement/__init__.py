"""Exercises: which movement a name in any app stands for, its pattern, and the muscles it works.

`find_exercise`, `pattern_of` and `same_exercise` in `names` are the way in.
"""
