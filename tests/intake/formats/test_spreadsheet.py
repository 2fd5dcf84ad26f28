"""Tables nobody knows: a mapping is proposed, confirmed once, and serves every later file with the same columns."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.spreadsheet import READER
from longgame.intake.model import Answer, Extent, Original, ReadContext, Reading
from longgame.intake.readers import ALL_READERS
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.mapping import Mapping, Meaning, TableKind, guess, question_key
from longgame.intake.tables.sheet import read_sheet
from longgame.intake.tables.workbook import read_workbook
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.sets import SetKind, StrengthSet
from tests.intake.formats.samples import FOLDER, SPREADSHEET_ANSWER

ZONE = ZoneInfo("Europe/Vienna")


def read(data: str | bytes, *answers: Answer) -> Reading:
    held = data.encode() if isinstance(data, str) else data
    return READER.read(Original("log.csv", content_hash(held), held), ReadContext(THE_ATHLETE, ZONE, answers))


def kg(number: str) -> Amount:
    return Amount(Decimal(number), Unit.KILOGRAM)


def test_nothing_is_read_before_the_proposal_is_confirmed() -> None:
    reading = read((FOLDER / "spreadsheet.csv").read_bytes())
    assert (reading.extent, reading.sessions, reading.skipped) == (Extent.NONE, (), ())
    assert reading.question is not None
    assert reading.question.key == SPREADSHEET_ANSWER.key
    proposal = Mapping.from_text(reading.question.suggestion or "")
    assert proposal is not None
    assert (proposal.kind, proposal.load_unit, proposal.day_order) == (
        TableKind.SETS,
        Unit.KILOGRAM,
        DayOrder.DAY_FIRST,
    )
    assert proposal.header(Meaning.EXERCISE) == "Übung"
    assert "exercise: “Übung”" in str(reading.question)


def test_the_confirmed_mapping_is_applied() -> None:
    push, pull = read((FOLDER / "spreadsheet.csv").read_bytes(), SPREADSHEET_ANSWER).sessions
    assert (push.title, push.local_day, push.start_known) == ("Push", date(2026, 3, 2), False)
    assert push.sets == (
        *[StrengthSet("Bankdrücken", 5, kg("62.5"), rir=2.0, rest_s=150.0, note="ruhig")] * 3,
        *[StrengthSet("Liegestütze", 15, rest_s=60.0)] * 2,
    )
    assert pull.sets == (StrengthSet("Klimmzüge", 6, rir=0.0, note="voller Hang"),)
    assert push.raw == (("Farbe", "set 3: rot"),)


def test_one_answer_serves_every_order_of_the_same_columns() -> None:
    text = "Date,Exercise,Reps,Weight (lb)\n2026-03-02,Squat,5,225\n"
    other = "Weight (lb),Reps,Exercise,Date\n225,5,Squat,2026-03-02\n"
    question = read(text).question
    assert question is not None
    answer = Answer(question.key, question.suggestion or "")
    expected = (StrengthSet("Squat", 5, Amount(Decimal(225), Unit.POUND)),)
    assert [read(each, answer).sessions[0].sets for each in (text, other)] == [expected, expected]


def test_headers_with_markup_in_them_are_read_like_any_other() -> None:
    text = "<b>Date</b>,<b>Exercise</b>,Reps,<i>Weight</i> (kg)\n2026-03-02,Squat,5,100\n"
    question = read(text).question
    assert question is not None
    (session,) = read(text, Answer(question.key, question.suggestion or "")).sessions
    assert session.sets == (StrengthSet("Squat", 5, kg("100")),)


def test_a_corrected_mapping_counts_and_not_the_proposal() -> None:
    text = "Date,Exercise,Reps,Weight\n02/03/2026,Squat,5,100\n"
    proposal = guess(read_sheet(text.encode()))
    assert proposal is not None
    assert proposal.load_unit is None
    corrected = replace(proposal, load_unit=Unit.KILOGRAM, day_order=DayOrder.MONTH_FIRST)
    reading = read(text, Answer(question_key(read_sheet(text.encode()).header), corrected.to_text()))
    assert reading.sessions[0].local_day == date(2026, 2, 3)
    assert reading.sessions[0].sets == (StrengthSet("Squat", 5, kg("100")),)


def test_a_list_of_activities() -> None:
    text = (
        "Workout Date,Activity Type,Title,Distance (km),Duration,Avg HR,Notes,Weather\n"
        "5/13/2026,Run,Easy,5.0,45:00,140,fine,rain\n5/13/2026,Run,Easy,5.0,45:00,140,fine,rain\n5/14/2026,Bike,,20,1:10:00,,,\n"
    )
    question = read(text).question
    assert question is not None
    reading = read(text, Answer(question.key, question.suggestion or ""))
    first, second, ride = reading.sessions
    assert (first.sport, first.distance_m, first.duration_s, first.mean_hr_bpm) == (Sport.RUN, 5000.0, 2700.0, 140.0)
    assert (first.note, first.raw, first.local_day) == ("fine", (("Weather", "rain"),), date(2026, 5, 13))
    assert (ride.sport, ride.duration_s) == (Sport.RIDE, 4200.0)
    assert first.id != second.id


def test_columns_are_known_by_their_values_where_their_names_say_nothing() -> None:
    text = "Wann,Was,Reps,kg\n2026-01-02,Bench Press (Barbell),5,80\n2026-01-02,Squat,5,100\n"
    proposal = guess(read_sheet(text.encode()))
    assert proposal is not None
    assert (proposal.header(Meaning.DATE), proposal.header(Meaning.EXERCISE)) == ("Wann", "Was")
    assert proposal.load_unit is Unit.KILOGRAM


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "Date,Steps\n2026-01-02,9000\n",
        "",
        "Exercise,Reps\nSquat,5\n",
        "Date,Exercise\n2026-01-02,Squat\n",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert not READER.recognises(text.encode(), "table.csv")
    reading = read(text)
    assert (reading.extent, reading.question) == (Extent.NONE, None)
    assert [each.code.value for each in reading.diagnostics] == ["I311"]


def test_it_looks_at_tables_by_name_only_and_comes_last() -> None:
    text = b"Date,Exercise,Reps,Weight\n2026-03-02,Squat,5,100\n"
    assert READER.recognises(text, "log.csv")
    assert not READER.recognises(text, "export")
    assert ALL_READERS[-1].name == "spreadsheet"


def test_cells_that_are_not_what_they_should_be() -> None:
    text = (
        "Date,Exercise,Sets,Reps,Weight,Set Type,Rest\n2026-03-02,Squat,900,5,heavy,cluster,soon\n,Squat,1,5,80 kg,W,\n"
    )
    question = read(text).question
    assert question is not None
    reading = read(text, Answer(question.key, question.suggestion or ""))
    assert [each.code.value for each in reading.diagnostics] == ["I303", "I309", "I303", "I303", "I304"]
    assert reading.sessions[0].sets == (StrengthSet("Squat", 5, kind=SetKind.WORK),)


def test_a_load_may_carry_its_unit() -> None:
    text = "Date,Exercise,Reps,Weight\n2026-03-02,Squat,5,80 kg\n2026-03-02,Squat,5,225 lbs\n2026-03-02,Squat,5,60\n"
    question = read(text).question
    assert question is not None
    loads = [each.load for each in read(text, Answer(question.key, question.suggestion or "")).sessions[0].sets]
    assert loads == [kg("80"), Amount(Decimal(225), Unit.POUND), None]


mappings = st.builds(
    Mapping,
    st.sampled_from(TableKind),
    st.lists(st.tuples(st.sampled_from(Meaning), st.text()), unique_by=lambda pair: pair[0]).map(tuple),
    st.sampled_from([None, Unit.KILOGRAM, Unit.POUND]),
    st.sampled_from([None, Unit.KILOMETRE, Unit.MILE, Unit.METRE]),
    st.sampled_from([None, Unit.SECOND, Unit.MINUTE, Unit.HOUR]),
    st.sampled_from(DayOrder),
)


@settings(max_examples=60, deadline=None)
@given(mappings)
def test_a_mapping_comes_back_from_its_text(mapping: Mapping) -> None:
    assert Mapping.from_text(mapping.to_text()) == mapping


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.just("{}"), st.just('{"rows": "sets", "columns": []}'), st.just("[" * 3000)))
def test_what_is_no_mapping_is_none(text: str) -> None:
    assert Mapping.from_text(text) is None or text.startswith("{")


def workbook(sheet: str, strings: tuple[str, ...] = (), styles: str = "", book: str = "<workbook/>") -> bytes:
    """A workbook of one sheet, written part by part as ECMA-376 says."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", book)
        shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
        archive.writestr("xl/styles.xml", f"<styleSheet {space}>{styles}</styleSheet>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{sheet}</sheetData></worksheet>")
    return held.getvalue()


STYLES = (
    "<numFmts>"
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/>'
    '<numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/>'
    "</numFmts>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
)
SHEET = (
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>'
    '<c r="D2" t="inlineStr"><is><t>Reps</t></is></c></row>'
    '<row r="4"><c r="A4" s="1"><v>46083</v></c><c r="B4" t="s"><v>2</v></c>'
    '<c r="C4" s="3"><v>62.500000000000007</v></c><c r="D4"><v>5</v></c></row>'
    '<row r="5"><c r="A5" s="2"><v>46083.75</v></c><c r="B5" t="s"><v>2</v></c>'
    '<c r="C5" t="e"><v>#N/A</v></c></row>'
)


def test_a_workbook_gives_its_cells_as_text() -> None:
    sheet = read_workbook(workbook(SHEET, ("Date", "Exercise", "Squat"), STYLES))
    assert (sheet.header, sheet.header_row) == (("Date", "Exercise", "", "Reps"), 2)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (4, ("2026-03-02", "Squat", "62.5", "5")),
        (5, ("2026-03-02 18:00:00", "Squat", "")),
    ]


def test_a_workbook_that_counts_from_1904() -> None:
    book = '<workbook><workbookPr date1904="1"/></workbook>'
    sheet = read_workbook(workbook(SHEET.replace("46083", "44621"), ("Date", "Exercise", "Squat"), STYLES, book))
    assert [row.cells[0] for row in sheet.rows] == ["2026-03-02", "2026-03-02 18:00:00"]


@pytest.mark.parametrize("days", ["2958465", "1e308", "9" * 400, "-1", "nan"])
def test_a_count_of_days_beyond_every_calendar_is_left_as_it_is(days: str) -> None:
    book = '<workbook><workbookPr date1904="1"/></workbook>'
    sheet = read_workbook(workbook(SHEET.replace("46083", days), ("Date", "Exercise", "Squat"), STYLES, book))
    assert days in sheet.rows[0].cells


def test_a_workbook_is_read_like_any_table() -> None:
    data = workbook(SHEET, ("Date", "Exercise", "Squat"), STYLES)
    assert READER.recognises(data[:64], "log.xlsx")
    question = read(data).question
    assert question is not None
    first, second = read(data, Answer(question.key, question.suggestion or "")).sessions
    assert (first.local_day, first.start_known, first.sets) == (date(2026, 3, 2), False, (StrengthSet("Squat", 5),))
    assert (second.start, second.sets) == (datetime(2026, 3, 2, 18, tzinfo=ZONE), (StrengthSet("Squat"),))


@settings(max_examples=40, deadline=None)
@given(cut=st.integers(0, 3000), noise=st.binary(max_size=30))
def test_no_damage_to_a_workbook_makes_it_raise(cut: int, noise: bytes) -> None:
    data = workbook(SHEET, ("Date", "Exercise", "Squat"), STYLES)
    sheet = read_workbook(data[:cut] + noise + data[cut + len(noise) :])
    assert sheet.header or sheet.diagnostics


LOG = (
    "Session Date;Activity;Time;Dist (km);Avg HR;Strain;Notes\n"
    "07/03/2026;Run;00:52:10;10,2;148;4;felt easy\n09/03/2026;Ride;01:30:00;42,5;135;3;\n"
)


def asked(text: str, *answers: Answer) -> tuple[str, str, tuple[str, ...]]:
    question = read(text, *answers).question
    assert question is not None
    return question.key, question.text, question.choices


def test_yes_takes_the_proposal_and_serves_later_files_with_the_same_columns() -> None:
    key, text, choices = asked(LOG)
    assert "durations as clocks" in text
    assert "kept as they are: “Strain”" in text
    assert choices == ("yes",)
    run, ride = read(LOG, Answer(key, "yes")).sessions
    assert (run.distance_m, run.duration_s, run.mean_hr_bpm, run.rpe, run.note) == (
        10200.0,
        3130.0,
        148.0,
        None,
        "felt easy",
    )
    assert ride.local_day == date(2026, 3, 9)


def test_a_proposal_is_corrected_in_words() -> None:
    key, _, _ = asked(LOG)
    said = "Yes, Effort: strain, without note, month first, distances in mi"
    run, ride = read(LOG.replace("(km)", ""), Answer(asked(LOG.replace("(km)", ""))[0], said)).sessions
    assert (run.local_day, ride.local_day) == (date(2026, 7, 3), date(2026, 9, 3))
    assert (run.rpe, run.note, run.distance_m) == (4.0, None, pytest.approx(10.2 * 1609.344))
    assert ("Notes", "felt easy") in run.raw
    assert key != asked(LOG.replace("(km)", ""))[0]


def test_an_american_table_is_remembered_as_one() -> None:
    american = "Date,Exercise,Reps,Weight (lb)\n12/31/2025,Squat,5,225\n"
    key, _, choices = asked(american)
    assert choices == ("yes,month-first",)
    later = american.replace("12/31/2025", "02/03/2026")
    assert read(later, Answer(key, choices[0])).sessions[0].local_day == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("yes, strength: Strain", "“strength” is nothing that a column can mean"),
        ("yes, effort: Stain", "“Stain” is no column of the table"),
        ("yes, loads in miles", "“miles” is no unit of a load"),
        ("perhaps", "“perhaps” says nothing about the table"),
    ],
)
def test_an_answer_that_is_not_understood_is_asked_again_with_what_was_wrong(said: str, why: str) -> None:
    _, text, choices = asked(LOG, Answer(asked(LOG)[0], said))
    assert text.startswith(why)
    assert choices == ("yes",)
