"""The list of formats, and finding the one that a file is of without importing all of them.

A reader is imported only when a file's first bytes hold one of its marks, so that starting the command line
costs nothing. To add a format, add one line to `ALL_READERS`; order matters only where two recognise the same file,
and the first wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from longgame.intake.model import Reader

HEAD_BYTES = 65_536
"""How much of a file, decompressed, is looked at to tell its format."""


@dataclass(frozen=True, slots=True)
class RegisteredReader:
    """A format's word, the module holding its `READER`, and what lets it be ruled out without importing it.

    `marks` are lower-case byte strings one of which a file of this format has in its first 64 KiB (letter case and
    NUL bytes ignored), and `suffixes` endings of names for which the reader is asked whatever the bytes are. With
    neither, the reader is asked about every file. `within` is how many first bytes hold the mark, fewer where a format
    begins with it: most files of an archive are told by those alone.
    """

    name: str
    module: str
    marks: tuple[bytes, ...] = ()
    suffixes: tuple[str, ...] = ()
    within: int = HEAD_BYTES

    def load(self) -> Reader:
        """The reader itself, importing its module; `ImportError` or `AttributeError` if there is none."""
        reader: Reader = import_module(self.module).READER
        return reader

    def possible(self, folded_head: bytes, name: str) -> bool:
        """Whether a file may be of this format, judged by its marks alone."""
        if not self.marks and not self.suffixes:
            return True
        return any(mark in folded_head for mark in self.marks) or name.lower().endswith(self.suffixes or ("\0",))


_FORMATS = "longgame.intake.formats."

ALL_READERS: tuple[RegisteredReader, ...] = (
    RegisteredReader("fit", _FORMATS + "fit", marks=(b".fit",), within=16),
    RegisteredReader("tcx", _FORMATS + "tcx", marks=(b"trainingcenterdatabase",)),
    RegisteredReader("gpx", _FORMATS + "gpx", marks=(b"gpx",)),
    RegisteredReader("zwo", _FORMATS + "zwo", marks=(b"workout_file",)),
    RegisteredReader("erg", _FORMATS + "erg", marks=(b"[course header]",)),
    RegisteredReader("apple_health", _FORMATS + "apple_health", marks=(b"healthdata",)),
    RegisteredReader(
        "oura", _FORMATS + "oura", marks=(b"readiness score", b"sleep score", b"average hrv", b"average_hrv")
    ),
    RegisteredReader("hrv4training", _FORMATS + "hrv4training", marks=(b"rmssd",)),
    RegisteredReader("elitehrv", _FORMATS + "elitehrv", marks=(b"rmssd",)),
    RegisteredReader("whoop", _FORMATS + "whoop", marks=(b"cycle", b"ciclo", b"zyklus", b"workout start time")),
    RegisteredReader("samsung", _FORMATS + "samsung", marks=(b"com.samsung.",)),
    RegisteredReader("concept2", _FORMATS + "concept2", marks=(b"drag factor", b"stroke rate")),
    RegisteredReader("daylio", _FORMATS + "daylio", marks=(b"full_date",)),
    RegisteredReader("day_one", _FORMATS + "day_one", marks=(b"creationdate",)),
    RegisteredReader("garmin_account", _FORMATS + "garmin_account", marks=(b"calendardate", b"summarizedactivities")),
    RegisteredReader("goldencheetah", _FORMATS + "goldencheetah", marks=(b"starttime",)),
    RegisteredReader("polar", _FORMATS + "polar", marks=(b"exercises",)),
    RegisteredReader("fitbit", _FORMATS + "fitbit", marks=(b"logid", b"datetime", b"timestamp", b"log_entry", b"bmi")),
    RegisteredReader("fitbit_tables", _FORMATS + "fitbit_tables", marks=(b"exercise_id", b"sleep_id", b"data source")),
    RegisteredReader(
        "intervals", _FORMATS + "intervals", marks=(b"start_date_local", b"start_datetime", b"restinghr", b"rhr")
    ),
    RegisteredReader("google_fit", _FORMATS + "google_fit", marks=(b"(ms)", b"(deg)", b"(kcal)", b"fitnessactivity")),
    RegisteredReader("strong", _FORMATS + "strong"),
    RegisteredReader("hevy", _FORMATS + "hevy", marks=(b"exercise_title",)),
    RegisteredReader("strava", _FORMATS + "strava"),
    RegisteredReader("trainingpeaks", _FORMATS + "trainingpeaks", marks=(b"workoutday",)),
    RegisteredReader("trainingpeaks_metrics", _FORMATS + "trainingpeaks_metrics", marks=(b"timestamp",)),
    RegisteredReader("garmin_activities", _FORMATS + "garmin_activities"),
    RegisteredReader("fitnotes", _FORMATS + "fitnotes"),
    RegisteredReader("fitnotes_ios", _FORMATS + "fitnotes_ios", marks=(b"iswarmup",)),
    RegisteredReader("fitbod", _FORMATS + "fitbod", marks=(b"iswarmup",)),
    RegisteredReader("stronglifts", _FORMATS + "stronglifts", marks=(b"set 1",)),
    RegisteredReader("liftosaur", _FORMATS + "liftosaur", marks=(b"workout datetime",)),
    RegisteredReader("sugarwod", _FORMATS + "sugarwod", marks=(b"set_details",)),
    RegisteredReader("jefit", _FORMATS + "jefit", marks=(b"### ",)),
    RegisteredReader("alpha_progression", _FORMATS + "alpha_progression", marks=(b"#;kg", b"#;lb")),
    RegisteredReader("boostcamp", _FORMATS + "boostcamp", marks=(b"weight_unit",)),
    RegisteredReader("gymrun", _FORMATS + "gymrun"),
    # always the last: it proposes a mapping for any table that looks like training
    RegisteredReader("spreadsheet", _FORMATS + "spreadsheet", suffixes=(".csv", ".tsv", ".txt", ".xlsx", ".xlsm")),
)


def recognise(head: bytes, name: str) -> Reader | None:
    """The reader of the format that a file beginning with `head` is of, or None if none knows it.

    `head` is the decompressed beginning, up to `HEAD_BYTES`; `name` is the file's name.
    """
    head = head[:HEAD_BYTES]
    folded: dict[int, bytes] = {}
    for registered in ALL_READERS:
        within = registered.within
        if within not in folded:
            folded[within] = head[:within].replace(b"\0", b"").lower()
        if registered.possible(folded[within], name):
            reader = registered.load()
            if reader.recognises(head, name):
                return reader
    return None


def reader_named(name: str) -> Reader | None:
    """The reader whose word is `name`, or None; for reading a file again as what it was read as before."""
    return next((registered.load() for registered in ALL_READERS if registered.name == name), None)
