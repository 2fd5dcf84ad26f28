"""The inner game as use cases.

Thoughts and what meets them, if-then plans, the weekly question, the page of the mind.
"""
