"""The fast and the lenient way through a track file give the same, and the fast one knows when to stand back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    assert_same(*ways)


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


PLAIN = (
    "<Trackpoint><Time>2026-03-07T06:30:0{}Z</Time><Cadence>8{}</Cadence>"
    "<Extensions><TPX><Watts>20{}</Watts></TPX></Extensions></Trackpoint>"
)


ODD = [
    "</Track></Lap><Lap><Track>",
    PLAIN.replace("<Cadence>8{}</Cadence>", "").format(5, 5, 5),
    PLAIN.replace("Cadence", "Cadenze").format(5, 5, 5),
    PLAIN.replace("AltitudeMeters", "altitudeMeters").format(5, 5, 5),
    PLAIN.replace("<Watts>", "<Watts/><Watts>").format(5, 5, 5),
    PLAIN.replace("<Watts>20{}</Watts>", "<Speed>30{}</Speed>").format(5, 5, 5),
    PLAIN.replace("<TPX>", '<TPX a="1">').format(5, 5, 5),
    PLAIN.replace("20{}", " 2e2 ").format(5, 5),
    PLAIN.replace("20{}", "20,5").format(5, 5),
    PLAIN.replace("20{}", "x > y").format(5, 5),
    PLAIN.replace("20{}", "").format(5, 5),
    PLAIN.replace("20{}", "123456789.5").format(5, 5),
    PLAIN.replace("20{}", "0.00000000000000000000001234567890123456789").format(5, 5),
    PLAIN.replace("Z", "+01:00").format(5, 5, 5),
    PLAIN.replace("Z", ".25Z").format(5, 5, 5),
    PLAIN.replace("Z", "").format(5, 5, 5),
    PLAIN.replace("2026-03-07", "2026-02-30").format(5, 5, 5),
    PLAIN.replace("<TPX>", "<TPX><Time>2020-01-01T00:00:00Z</Time>").format(5, 5, 5),
    PLAIN.replace("<TPX>", "<TPX><longgame-points/>").format(5, 5, 5),
]
STRANGE = [
    PLAIN.replace("Trackpoint", "x:Trackpoint").format(5, 5, 5),
    "<Trackpoint/>",
    "<Trackpoint />",
    "<Notes>Trackpoint</Notes>",
    "<!-- Trackpoint -->",
    "</Trackpoint>",
]
FEW, MANY = 2, 15


@pytest.mark.parametrize("odd", [*ODD, *STRANGE])
@pytest.mark.parametrize("count", [FEW, MANY])
def test_an_odd_point_among_many_alike_changes_nothing_of_what_is_read(odd: str, count: int) -> None:
    """A few points are read one by one, many by how they are written, and so are many odd ones."""
    before, after = ("".join(PLAIN.format(k % 10, k, k) for k in range(start, start + count)) for start in (0, 20))
    text = f"<TrainingCenterDatabase><Lap><Track>{before}{odd * count}{after}</Track></Lap></TrainingCenterDatabase>"
    ways = both(text.encode(), "TrainingCenterDatabase", tcx.SHAPE)
    if ways is None:
        assert odd in STRANGE or "longgame" in odd or "<TPX><Time>" in odd
        return
    assert_same(*ways)


def assert_same(quick: Scanned, lenient: Digest) -> None:
    assert quick.points.time_us.tolist() == lenient.points.time_us.tolist()
    assert quick.points.offset_s.tolist() == lenient.points.offset_s.tolist()
    np.testing.assert_allclose(quick.points.values, lenient.points.values, rtol=5e-16, atol=0)
    assert (quick.bad, quick.unused) == (lenient.bad, lenient.unused)
    parsed = parse(quick.remainder)
    assert parsed is not None
    numbers = [
        [i for run in runs_within(tree) for i in range(run.start, run.stop)] for tree in (parsed.root, lenient.root)
    ]
    assert numbers[0] == numbers[1]
    tags = [[e.tag for e in tree.iter() if "longgame" not in str(e.tag)] for tree in (parsed.root, lenient.root)]
    assert tags[0] == tags[1]


TCX_POINT = """<Trackpoint>
 <Time>2026-03-07T06:30:{:02d}{}</Time>
 <Position><LatitudeDegrees>{}</LatitudeDegrees><LongitudeDegrees>-{}</LongitudeDegrees></Position>
 <HeartRateBpm><Value>{}</Value></HeartRateBpm><SensorState>Present</SensorState>
 <Extensions><ns3:TPX><ns3:Speed>3.25</ns3:Speed></ns3:TPX></Extensions>
</Trackpoint>
"""
GPX_POINT = """<trkpt lat="{2}" lon="-{3}">
 <ele>300</ele><time>2026-03-07T06:30:{0:02d}{1}</time>
 <extensions><power>{4}</power><x:TrackPointExtension><x:hr>90</x:hr><foo>x</foo></x:TrackPointExtension></extensions>
</trkpt>
"""
TCX = (
    "<TrainingCenterDatabase><Activity><Lap><Track>%s</Track></Lap>"
    "<Notes>a &amp; b</Notes></Activity></TrainingCenterDatabase>"
)
GPX = "<gpx><trk><name>a</name><trkseg>%s</trkseg></trk></gpx>"
WOUNDS = (
    *(
        "",
        " ",
        "\n",
        "<",
        ">",
        "&",
        "&amp;",
        "&#48;",
        '"',
        "'",
        "/",
        "</",
        "/>",
        "\x01",
        "é",
        ",",
        "1e3",
        "-",
        ".",
        "1.2.3",
    ),
    *("<!-- x -->", "<!--", "-->", "<![CDATA[1]]>", "<?pi x?>", "<x/>", "<x>", "</x>", "<Position/>", "ns3:", 'a="1"'),
    *("<Time>", "</Time>", "<time>2020-01-01T00:00:00Z</time>", "<Value>7</Value>", "<hr>5</hr>", "Z", "+01:00", ".5Z"),
    *(
        "<Trackpoint>",
        "</Trackpoint>",
        "<Trackpoint/>",
        '<trkpt lat="1" lon="2">',
        "</trkpt>",
        '<trkpt lat="1" lon="2"/>',
    ),
    *("</Track><Track>", "</trkseg><trkseg>", "trackpoint", "longgame-points", '<longgame-points first="0" stop="3"/>'),
    *("12345678901234567890.123456789012345678901234567890", "0.0000000000000000000012345", "9" * 9, "0" * 20, "NaN"),
)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["tcx", "gpx"]),
    st.lists(st.tuples(st.sampled_from(["Z", ".000Z", "+01:00"]), st.floats(0, 90), st.integers(60, 200)), max_size=24),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 8), st.sampled_from(WOUNDS)), max_size=3),
)
def test_a_damaged_file_is_read_as_the_lenient_way_reads_it_or_left_to_it(
    kind: str, points: list[tuple[str, float, int]], wounds: list[tuple[float, int, str]]
) -> None:
    point, file = (TCX_POINT, TCX) if kind == "tcx" else (GPX_POINT, GPX)
    text = file % "".join(point.format(k, zone, f"{lat:f}", lat, hr) for k, (zone, lat, hr) in enumerate(points))
    for place, length, wound in wounds:
        at = int(place * len(text))
        text = text[:at] + wound + text[at + length :]
    shape, root = (tcx.SHAPE, "TrainingCenterDatabase") if kind == "tcx" else (gpx.SHAPE, "gpx")
    markup = open_markup(text.encode(), root)
    scanned = None if markup is None else scan(markup.data, markup.begin, len(markup.data), shape)
    if markup is None or scanned is None:
        assert wounds
        return
    parsed = parse(scanned.remainder)
    if parsed is None or parsed.damage is not None:
        assert wounds
        return
    lenient = parse(markup.data[markup.begin :])
    assert lenient is not None
    assert_same(scanned, digest_tree(lenient.root, shape))
