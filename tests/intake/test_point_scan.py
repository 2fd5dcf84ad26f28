"""The fast and the lenient way through a track file give the same, and the fast one knows when to stand back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from longgame.intake.formats import gpx, tcx
from longgame.intake.markup import open_markup, parse
from longgame.intake.point_scan import Scanned, scan
from longgame.intake.points import Digest, PointShape, digest_tree, runs_within
from tests.intake.formats.samples import FOLDER

DEVICES = Path(__file__).parents[3] / "shared" / "data" / "devices"
CORPUS = Path(__file__).parents[1] / "corpus" / "intake"
FILES = [
    *(FOLDER / name for name in ("gpx.gpx", "tcx.tcx")),
    *sorted(CORPUS.glob("I2*.gpx")),
    *sorted(DEVICES.glob("tcx/*.tcx")),
    *sorted(DEVICES.glob("gpx/*.gpx")),
]
POINT = '<trkpt lat="46.05" lon="14.5"><ele>300</ele><time>2026-03-07T06:30:00Z</time></trkpt>'


def shape_of(path: Path) -> tuple[PointShape, str]:
    return (tcx.SHAPE, "TrainingCenterDatabase") if path.suffix == ".tcx" else (gpx.SHAPE, "gpx")


def quickly(text: str) -> Scanned | None:
    data = f"<gpx><trk><trkseg>{text}</trkseg></trk></gpx>".encode()
    return scan(data, 0, len(data), gpx.SHAPE)


def both(data: bytes, root: str, shape: PointShape) -> tuple[Scanned, Digest] | None:
    markup = open_markup(data, root)
    if markup is None:
        return None
    scanned = scan(markup.data, markup.begin, len(markup.data), shape)
    parsed = parse(markup.data[markup.begin :])
    assert parsed is not None
    return None if scanned is None else (scanned, digest_tree(parsed.root, shape))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_ways_give_the_same_points(path: Path) -> None:
    shape, root = shape_of(path)
    ways = both(path.read_bytes(), root, shape)
    if ways is None:
        assert path.parent == CORPUS or path.name == "tkrajina__unicode2.gpx", "a regular file was refused"
        return
    quick, lenient = ways
    assert quick.points.time_us.tolist() == lenient.points.time_us.tolist()
    assert quick.points.offset_s.tolist() == lenient.points.offset_s.tolist()
    np.testing.assert_allclose(quick.points.values, lenient.points.values, rtol=4e-16, atol=0)
    assert (quick.bad, quick.unused) == (lenient.bad, lenient.unused)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_ways_leave_the_same_tree(path: Path) -> None:
    shape, root = shape_of(path)
    ways = both(path.read_bytes(), root, shape)
    if ways is None:
        return
    parsed = parse(ways[0].remainder)
    assert parsed is not None
    quick, lenient = parsed.root, ways[1].root
    assert [e.tag for e in quick.iter() if "longgame" not in str(e.tag)] == [
        e.tag for e in lenient.iter() if "longgame" not in str(e.tag)
    ]
    numbers = [[i for run in runs_within(tree) for i in range(run.start, run.stop)] for tree in (quick, lenient)]
    assert numbers[0] == numbers[1]


def test_a_file_of_many_blocks_is_numbered_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longgame.intake.point_scan._BLOCK", 500)
    scanned = quickly(POINT * 40)
    assert scanned is not None
    assert len(scanned.points) == 40
    parsed = parse(scanned.remainder)
    assert parsed is not None
    assert [i for run in runs_within(parsed.root) for i in range(run.start, run.stop)] == list(range(40))


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- a > b -->{POINT}",
        f"<!-- {POINT}",
        POINT.replace("300", "<![CDATA[300]]>"),
        POINT.replace("300", "3&#48;0"),
        POINT.replace("</trkpt>", ""),
        POINT + POINT.replace("</trkpt>", "") + POINT,
        POINT.replace('"', "'"),
        POINT.replace("<trkpt ", '<trkpt id="1" '),
        f'<longgame-points first="0" stop="9"/>{POINT}',
        f"{POINT}<name>a < b</name>",
    ],
)
def test_irregular_text_is_left_to_the_lenient_way(text: str) -> None:
    assert quickly(text) is None


@pytest.mark.parametrize(
    "point",
    [
        '<trkpt lon="14.5" lat="46.05"/>',
        '<trkpt lat="46.05" lon="14.5" />',
        '<trkpt lat="46.05" lon="14.5"></trkpt>',
        '<x:trkpt lat="46.05" lon="14.5"></x:trkpt>',
        '<trkpt lat=" 46.05 " lon="1.45e1"><!-- acc --></trkpt>'.replace("<!-- acc -->", ""),
    ],
)
def test_points_may_be_written_in_several_regular_ways(point: str) -> None:
    scanned = quickly(point + point)
    assert scanned is not None
    assert scanned.points.values[:2].tolist() == [[46.05, 46.05], [14.5, 14.5]]


def test_more_names_than_slots_is_no_regular_file() -> None:
    assert quickly("".join(f"<name{n}>1</name{n}>" for n in range(1200))) is None


PLAIN = (
    "<Trackpoint><Time>2026-03-07T06:30:0{}Z</Time><Cadence>8{}</Cadence>"
    "<Extensions><TPX><Watts>20{}</Watts></TPX></Extensions></Trackpoint>"
)


@pytest.mark.parametrize(
    "odd",
    [
        "</Track></Lap><Lap><Track>",
        PLAIN.replace("<Cadence>8{}</Cadence>", "").format(5, 5, 5),
        PLAIN.replace("Cadence", "Cadenze").format(5, 5, 5),
        PLAIN.replace("AltitudeMeters", "altitudeMeters").format(5, 5, 5),
        PLAIN.replace("<Watts>", "<Watts/><Watts>").format(5, 5, 5),
        PLAIN.replace("<Watts>20{}</Watts>", "<Speed>30{}</Speed>").format(5, 5, 5),
        PLAIN.replace("<TPX>", '<TPX a="1">').format(5, 5, 5),
        PLAIN.replace("Trackpoint", "x:Trackpoint").format(5, 5, 5),
        "<Trackpoint/>",
        "<Trackpoint />",
        "<Notes>Trackpoint</Notes>",
        "<!-- Trackpoint -->",
        "</Trackpoint>",
    ],
)
def test_an_odd_point_among_many_alike_changes_nothing_of_what_is_read(odd: str) -> None:
    before, after = ("".join(PLAIN.format(k, k, k) for k in numbers) for numbers in (range(4), range(5, 9)))
    text = f"<TrainingCenterDatabase><Lap><Track>{before}{odd}{after}</Track></Lap></TrainingCenterDatabase>"
    ways = both(text.encode(), "TrainingCenterDatabase", tcx.SHAPE)
    if odd == "</Trackpoint>":
        assert ways is None
        return
    assert ways is not None
    quick, lenient = ways
    assert quick.points.time_us.tolist() == lenient.points.time_us.tolist()
    np.testing.assert_array_equal(quick.points.values, lenient.points.values)
    assert (quick.bad, quick.unused) == (lenient.bad, lenient.unused)
    parsed = parse(quick.remainder)
    assert parsed is not None
    numbers = [
        [i for run in runs_within(tree) for i in range(run.start, run.stop)] for tree in (parsed.root, lenient.root)
    ]
    assert numbers[0] == numbers[1]
