"""The review of one session as one page that stands alone: verdict, picture, criteria, findings, what next."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from longgame.app.pages.figures import Figure, figures_of
from longgame.app.pages.whose_word import whose_bounds
from longgame.app.pages.words import bounds_words, moment_words, value_words
from longgame.app.pictures import svg
from longgame.app.pictures.band import band
from longgame.app.pictures.intent_mark import hue_of, intent_mark
from longgame.app.reviewed import Reviewed
from longgame.plan.planned import PlannedSession
from longgame.review.model import CriterionResult, NextStep
from longgame.review.questions import Answer, four_questions

HERE = "longgame.app.pages"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion as the page shows it."""

    title: str
    counts: str
    band: str
    evidence: str
    asked: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything on the page, in words and pictures."""

    title: str
    when: str
    intent: str
    sign: str
    hue: int
    sentences: tuple[str, ...]
    why: tuple[str, ...]
    figures: tuple[Figure, ...]
    criteria: tuple[CriterionRow, ...]
    sum: str
    findings: tuple[str, ...]
    questions: tuple[Answer, ...]
    next_steps: tuple[NextStep, ...]
    footer: str


def page_of(reviewed: Reviewed) -> ReviewPage:
    """Put a review into the page's words."""
    review, planned = reviewed.review, reviewed.planned
    return ReviewPage(
        title=title_of(reviewed),
        when=when_of(reviewed),
        intent="" if review.intent is None else review.intent.value.replace("_", " "),
        sign="" if review.intent is None else intent_mark(review.intent),
        hue=hue_of(review.intent),
        sentences=review.sentences,
        why=() if planned is None else tuple(link.text for link in planned.why),
        figures=figures_of(reviewed),
        criteria=tuple(criterion_row(row, reviewed.case.judged) for row in review.criteria),
        sum=sum_words(reviewed),
        findings=tuple(finding.text for finding in review.findings),
        questions=four_questions(reviewed.case, review),
        next_steps=review.next_steps,
        footer=f"Judged by rubric {review.rubric_version}, against nobody but your plan and your own past.",
    )


def review_html(reviewed: Reviewed) -> str:
    """The page as one self-contained HTML text; everything a person wrote is escaped."""
    from jinja2 import Environment, StrictUndefined

    here = files(HERE)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(here.joinpath("review.html").read_text("utf-8"))
    css = here.joinpath("page.css").read_text("utf-8") + svg.picture_rules()
    return template.render(page=page_of(reviewed), css=css, hatching=svg.hatch_definition())


def title_of(reviewed: Reviewed) -> str:
    """What the session is called: as planned, else as recorded, else by its sport."""
    if reviewed.planned is not None:
        return reviewed.planned.title
    session = reviewed.session
    if session is None:
        return "A day"
    return session.title or session.sport.value.capitalize()


def when_of(reviewed: Reviewed) -> str:
    """When it was, to the minute where that is known."""
    if reviewed.session is not None and reviewed.session.start_known:
        return moment_words(reviewed.session.start)
    day = reviewed.day
    return f"{day:%A} {day.day} {day:%B %Y}"


def criterion_row(row: CriterionResult, plan: PlannedSession | None) -> CriterionRow:
    """One criterion with its band, what it counted, what was asked and whose word that is."""
    quantity = row.bounds.quantity
    if row.score is None:
        value, counts = "not assessed", "not assessed"
    else:
        value = "" if row.value is None else value_words(quantity, row.value)
        counts = f"{float(row.contribution):.3f}"
    says = f"{row.title}: {value}, asked {bounds_words(row.bounds)}"
    whose = whose_bounds(plan, row)
    asked = f"Asked: {bounds_words(row.bounds)} ({whose}); weight {row.weight}{', key' if row.key else ''}."
    evidence = row.evidence.sentence if row.not_assessed is None else sentence(row.not_assessed)
    return CriterionRow(row.title, counts, band(row.bounds.interval, row.value, says), evidence, asked)


def sentence(reason: str) -> str:
    """A reason as a sentence of its own.

    >>> sentence("no effort was reported")
    'No effort was reported.'
    """
    return f"{reason[:1].upper()}{reason[1:].rstrip('.')}."


def sum_words(reviewed: Reviewed) -> str:
    """The sum of the contributions, and how much of the rubric could be looked at."""
    review = reviewed.review
    if review.execution is None:
        return f"Not enough could be looked at for a number ({float(review.coverage):.0%} of the rubric)."
    parts = " + ".join(f"{float(row.contribution):.3f}" for row in review.criteria if row.score is not None)
    return (
        f"Execution {float(review.execution):.3f} = {parts}; {float(review.coverage):.0%} of the rubric was looked at."
    )
