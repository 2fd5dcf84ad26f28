"""Sessions to keep: small, but with something in every field."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import numpy as np
from hypothesis import strategies as st

from longgame.kernel.ids import THE_ATHLETE, ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.session import Lap, LapTrigger, Session, Source
from longgame.record.sets import Form, SetKind, StrengthSet
from longgame.record.streams import Streams
from longgame.store.entries import BatchId, Support

START = datetime(2026, 3, 1, 7, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 3, 1)
ORIGINAL = ContentHash("ab" * 32)
SUPPORT = Support(ORIGINAL, BatchId("b1"))


def run(name: str = "run-1", *, start: datetime = START, seconds: int = 60) -> Session:
    """A run with streams, laps and everything a watch says."""
    t = np.arange(seconds, dtype=np.float64)
    return Session(
        id=SessionId(name),
        athlete=THE_ATHLETE,
        start=start,
        local_day=start.date(),
        sport=Sport.RUN,
        sources=(Source(ORIGINAL, "fit", "123", "Watch 5"),),
        title="Easy, along the river — früh",
        duration_s=float(seconds),
        moving_s=seconds - 1.5,
        distance_m=seconds * 2.9,
        ascent_m=12.0,
        energy_kj=41.5,
        mean_hr_bpm=141.25,
        mean_power_w=250.0,
        streams=Streams(t_s=t, hr_bpm=np.where(t == 3, np.nan, 140 + t % 3), altitude_m=500 + t / 5),
        laps=(Lap(0.0, 30.5, 88.5, LapTrigger.MANUAL, 140.0, None), Lap(30.5, float(seconds))),
        rpe=3.0,
        feel=75.0,
        note="Calm. Ноги лёгкие.",
        indoor=False,
        raw=(("stryd.form", "0.91"), ("stryd.form", "0.92")),
    )


def lifting(name: str = "lift-1", *, start: datetime = START) -> Session:
    """A strength session whose sets use every field."""
    return Session(
        id=SessionId(name),
        athlete=THE_ATHLETE,
        start=start,
        local_day=start.date(),
        sport=Sport.STRENGTH,
        sources=(Source(ORIGINAL, "strong"),),
        start_known=False,
        sets=(
            StrengthSet("Squat", 5, Amount(Decimal("62.50"), Unit.KILOGRAM), SetKind.WARM_UP),
            StrengthSet(
                "Squat", 5, Amount(Decimal("225"), Unit.POUND), rir=2.0, rpe=8.0, form=Form.FADING, clean_reps=4
            ),
            StrengthSet("Squat", 5, Amount(Decimal("225"), Unit.POUND), note="same again, a real set"),
            StrengthSet("Plank", duration_s=45.0, rest_s=90.0, superset="A", side="left"),
            StrengthSet("Carry", distance_m=40.0, load=Amount(Decimal("0"), Unit.KILOGRAM), kind=SetKind.FAILURE),
        ),
    )


def same_session(one: Session, other: Session) -> bool:
    """Equality in everything, streams by their values."""
    if (one.streams is None) != (other.streams is None):
        return False
    for name in {
        *(one.streams.channels() if one.streams else ()),
        *(other.streams.channels() if other.streams else ()),
    }:
        columns = [getattr(each.streams, name) for each in (one, other)]
        if any(column is None for column in columns) or not np.array_equal(*columns, equal_nan=True):
            return False
    return replace(one, streams=None) == replace(other, streams=None)


amounts = st.builds(
    Amount,
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=1000),
    st.sampled_from([Unit.KILOGRAM, Unit.POUND]),
)
maybe_number = st.none() | st.floats(min_value=0, allow_infinity=False).map(abs)
sets = st.builds(
    StrengthSet,
    exercise=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    reps=st.none() | st.integers(0, 100),
    load=st.none() | amounts,
    kind=st.sampled_from(SetKind),
    rir=maybe_number,
    rpe=maybe_number,
    form=st.none() | st.sampled_from(Form),
    duration_s=maybe_number,
    note=st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
)
