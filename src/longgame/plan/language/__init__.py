"""The plan language: text in, a plan and everything that is wrong with it out, and canonical text back."""

from longgame.plan.language.lint import lint
from longgame.plan.language.parser import Parsed, parse
from longgame.plan.language.render import format_text, render

__all__ = ["Parsed", "format_text", "lint", "parse", "render"]
