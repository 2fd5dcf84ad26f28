"""A change to one session leaves every other byte of the text alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.plan.building.editing import add_session, add_under, put_line, put_session, put_steps, take_out
from longgame.plan.building.reading import session_form
from longgame.plan.building.writing import session_text
from longgame.plan.language import parse
from longgame.plan.model import Block, Entry, SessionLine
from tests.plan.canonical import plans

TEXT = """\
longgame plan 1
# my  plan

season "S"   2026-11-23 .. 2027-01-31   # odd spacing stays
\tgoal g "G"  run 10 km

block "B"  2 weeks  serves g
    Mon "Pull"   strength   # at the bar
        # slowly
        Pull-up   5 x 4..6   rir 2..3   # chin over
        Row  3 x 8

    Sun rest
# the end"""


def test_only_the_line_that_says_something_else_changes() -> None:
    asked = 'Mon "Pull"  strength\n  Pull-up  5 x 4..6  rir 2..3\n  Row  3 x 8..10\n'
    assert put_session(TEXT, 8, asked).text == TEXT.replace("        Row  3 x 8\n", "        Row  3 x 8..10\n")


def test_comments_stay_with_lines_that_change() -> None:
    asked = 'Mon "Pull"  strength\n  Pull-up  5 x 5..7  rir 2..3\n  Row  3 x 8\n'
    changed = put_session(TEXT, 8, asked).text
    assert changed == TEXT.replace(
        "Pull-up   5 x 4..6   rir 2..3   # chin over", "Pull-up  5 x 5..7  rir 2..3  # chin over"
    )


def test_windows_line_ends_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert put_line(text, 11, "Row  4 x 8").text == text.replace("Row  3 x 8", "Row  4 x 8")


def test_a_session_is_put_behind_those_of_earlier_days() -> None:
    added = add_session(TEXT, 7, 'Wed "Easy"  base\n  30 min run  rpe 2..3')
    new = '    Wed "Easy"  base\n        30 min run  rpe 2..3\n'
    assert added.text == TEXT.replace("        Row  3 x 8\n", "        Row  3 x 8\n" + new)
    assert added.difference.splitlines()[4:6] == ['+    Wed "Easy"  base', "+        30 min run  rpe 2..3"]


def test_a_line_goes_with_all_that_stands_under_it() -> None:
    lines = TEXT.splitlines(keepends=True)
    assert take_out(TEXT, 8).text == "".join(lines[:7] + lines[11:])


def test_lines_are_added_under_a_season() -> None:
    added = add_under(TEXT, 4, 'goal h "H"\n  why "For fun."')
    assert added.text == TEXT.replace("run 10 km\n", 'run 10 km\n\tgoal h "H"\n\t\twhy "For fun."\n')


def test_steps_change_under_a_head_that_stays() -> None:
    assert put_steps(TEXT, 8, "Row  3 x 8").text.splitlines()[7:11] == [
        '    Mon "Pull"   strength   # at the bar',
        "        # slowly",
        "        Row  3 x 8",
        "",
    ]


def heads(text: str, kind: type) -> list[Entry]:
    return [one for one in parse(text).plan.walk() if isinstance(one.content, kind)]


@settings(max_examples=60, deadline=None)
@given(plans(), st.data())
def test_a_session_put_back_as_its_form_has_it_changes_nothing(text: str, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(heads(text, SessionLine)))
    assert put_session(text, chosen.line, session_text(session_form(chosen)).text).text == text


@settings(max_examples=60, deadline=None)
@given(plans(), st.sampled_from(["Mon", "Thu", "Any", "2026-11-25"]))
def test_what_was_added_can_be_taken_out_again(text: str, day: str) -> None:
    (block,) = heads(text, Block)
    added = add_session(text, block.line, f'{day} "New one"  base\n  30 min run  rpe 2..3').text
    (new,) = [one for one in heads(added, SessionLine) if one.content.title == "New one"]
    assert added != text
    assert take_out(added, new.line).text == text
