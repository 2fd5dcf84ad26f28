"""One small sample of every format, all made for these tests, with what must come out of it.

To add a format: put its file into `samples/` beside this module and one line into `SAMPLES`. Every number is what a
correct reader returns for that file; `skipped` is the sum of the counts of all `Skipped`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from longgame.intake.model import Answer, Original, ReadContext
from longgame.kernel.ids import THE_ATHLETE, content_hash

FOLDER = Path(__file__).parent / "samples"
CONTEXT = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Ljubljana"))


@dataclass(frozen=True)
class Sample:
    """A file of `reader`'s format and how much of each kind it holds."""

    reader: str
    file: str
    sessions: int = 0
    wellness: int = 0
    facts: int = 0
    notes: int = 0
    plan_texts: int = 0
    skipped: int = 0
    answers: tuple[Answer, ...] = ()

    @property
    def context(self) -> ReadContext:
        """What the reader is given, with the answers that the athlete gave before."""
        return replace(CONTEXT, answers=self.answers)

    def data(self) -> bytes:
        """The file's bytes."""
        return (FOLDER / self.file).read_bytes()


SPREADSHEET_ANSWER = Answer(
    "table.0a3755e8812653b3",
    '{"rows": "sets", "columns": {"date": "Tag", "title": "Einheit", "note": "Bemerkung", "exercise": "Übung", '
    '"sets": "Sätze", "reps": "Wdh", "load": "Gewicht (kg)", "rir": "RIR", "rest": "Pause"}, "load": "kg", '
    '"distance": null, "duration": null, "dates": "day first"}',
)
"""The mapping of the sample's columns as the athlete confirmed it; its key must stay the same for ever."""

SAMPLES: tuple[Sample, ...] = (
    Sample("fit", "fit.fit", sessions=1),
    Sample("tcx", "tcx.tcx", sessions=1),
    Sample("gpx", "gpx.gpx", sessions=1, notes=1),
    Sample("zwo", "zwo.zwo", plan_texts=1),
    Sample("erg", "erg.mrc", plan_texts=1),
    Sample("fit", "workout.fit", plan_texts=1),
    Sample("apple_health", "apple_health.xml", sessions=2, wellness=2, skipped=5),
    Sample("strong", "strong.csv", sessions=2),
    Sample("hevy", "hevy.csv", sessions=2),
    Sample("strava", "strava.csv", sessions=2, facts=1),
    Sample("trainingpeaks", "trainingpeaks.csv", sessions=2, plan_texts=1),
    Sample("trainingpeaks_metrics", "trainingpeaks_metrics.csv", wellness=2),
    Sample("garmin_activities", "garmin_activities.csv", sessions=2),
    Sample("fitbit_tables", "fitbit_exercises.csv", sessions=2),
    Sample("fitbit_tables", "fitbit_nights.csv", wellness=2),
    Sample("fitbit_tables", "fitbit_steps.csv", wellness=2),
    Sample("fitbit_tables", "fitbit_mass.csv", wellness=2),
    Sample("fitnotes", "fitnotes.csv", sessions=2),
    Sample(
        "fitnotes_ios",
        "fitnotes_ios.csv",
        sessions=2,
        facts=1,
        answers=(Answer("fitnotes.weight-unit", "kg"), Answer("fitnotes.distance-unit", "km")),
    ),
    Sample("fitbod", "fitbod.csv", sessions=2),
    Sample("stronglifts", "stronglifts.csv", sessions=2, facts=2),
    Sample("stronglifts", "stronglifts_old.csv", sessions=2, facts=1),
    Sample("liftosaur", "liftosaur.csv", sessions=2),
    Sample("sugarwod", "sugarwod.csv", sessions=3),
    Sample("jefit", "jefit.csv", sessions=2, facts=1, skipped=1),
    Sample("jefit", "jefit_cardio.csv", sessions=3, answers=(Answer("jefit.distance-unit", "km"),)),
    Sample("alpha_progression", "alpha_progression.csv", sessions=2),
    Sample("boostcamp", "boostcamp.json", sessions=2),
    Sample("gymrun", "gymrun.csv", sessions=2),
    Sample("spreadsheet", "spreadsheet.csv", sessions=2, answers=(SPREADSHEET_ANSWER,)),
    Sample("oura", "oura.csv", wellness=2, skipped=13),
    Sample("hrv4training", "hrv4training.csv", wellness=1, skipped=8),
    Sample("elitehrv", "elitehrv.csv", wellness=1, skipped=20),
    Sample("whoop", "whoop_cycles.csv", wellness=2, skipped=12),
    Sample("whoop", "whoop_sleeps.csv", wellness=1, skipped=5),
    Sample("whoop", "whoop_workouts.csv", sessions=1),
    Sample("whoop", "whoop_journal.csv", notes=1, skipped=1),
    Sample("samsung", "samsung_exercise.csv", sessions=1),
    Sample("samsung", "samsung_steps.csv", wellness=1),
    Sample("samsung", "samsung_weight.csv", wellness=1, skipped=1),
    Sample("samsung", "samsung_sleep.csv", wellness=1),
    Sample("concept2", "concept2.csv", sessions=2),
    Sample("daylio", "daylio.csv", wellness=1, notes=2),
    Sample("day_one", "day_one.json", notes=1, skipped=4),
    Sample("garmin_account", "garmin_activities.json", sessions=2),
    Sample("garmin_account", "garmin_sleep.json", wellness=1, skipped=1),
    Sample("garmin_account", "garmin_days.json", wellness=2),
    Sample("goldencheetah", "goldencheetah.json", sessions=1, skipped=3),
    Sample("polar", "polar.json", sessions=1, skipped=1),
    Sample("fitbit", "fitbit_exercise.json", sessions=2),
    Sample("fitbit", "fitbit_sleep.json", wellness=1, skipped=1),
    Sample("fitbit", "fitbit_resting.json", wellness=1, skipped=1),
    Sample("fitbit", "steps-2026-03-07.json", wellness=2),
    Sample("fitbit", "fitbit_hrv.csv", wellness=1, skipped=2),
    Sample("fitbit", "fitbit_monthly.csv", wellness=1, skipped=1),
    Sample("intervals", "intervals_activities.json", sessions=1),
    Sample("intervals", "intervals_wellness.json", wellness=1, skipped=1),
    Sample("intervals", "intervals_wellness.csv", wellness=1, skipped=3),
    Sample("google_fit", "google_fit.csv", wellness=1, skipped=10),
    Sample("google_fit", "google_fit.json", sessions=1),
)


def original_of(data: bytes, name: str) -> Original:
    """Bytes held in memory as the original that a reader is given."""
    return Original(name, content_hash(data), held=data)
