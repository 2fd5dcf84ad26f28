"""The weekly question and what answers it.

A need heard softly, a short practice with its source, and what helped before.
"""
