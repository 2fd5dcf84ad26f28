"""Generated plans in canonical text: every phrase of the grammar, put together at random."""

from __future__ import annotations

from hypothesis import strategies as st


def span(low: int, high: int) -> st.SearchStrategy[str]:
    """A number or an interval between two whole numbers."""
    number = st.integers(low, high)
    return st.one_of(
        number.map(str),
        st.tuples(number, number).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: f"{ends[0]}..{ends[1]}"),
        number.map(lambda end: f"<= {end}"),
        number.map(lambda end: f">= {end}"),
    )


def clocked(low: int, high: int) -> st.SearchStrategy[str]:
    """Times of the clock from `low` to `high` seconds."""
    second = st.integers(low, high)
    return st.tuples(second, st.integers(0, 60)).map(
        lambda pair: clock(pair[0]) if not pair[1] else f"{clock(pair[0])}..{clock(sum(pair))}"
    )


def clock(seconds: int) -> str:
    """Seconds as m:ss or h:mm:ss, by other means than the product's own."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def joined(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A template filled with drawn parts."""
    return st.tuples(*parts).map(lambda drawn: template.format(*drawn))


HEAD = """longgame plan 1

season "S"  2026-11-23 .. 2027-01-31
  goal g "G"  run 10 km

block "B"  2 weeks  serves g"""

zones = st.sampled_from(["z1", "z2", "z1..z2", "z3..z4"])
words = st.from_regex(r"[A-Za-z][a-z]{1,7}( [a-z]{2,7}){0,3}", fullmatch=True)
names = st.from_regex(r"[A-Z][a-z]{2,7}(-[a-z]{2,5})?( [A-Z][a-z]{2,7}){0,2}", fullmatch=True).filter(
    lambda name: name.split()[0] not in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Any", "Day")
)
sports = st.sampled_from(["run", "ride", "swim", "row", "walk", "ski"])

effort_aims = st.one_of(
    joined("hr {}", zones),
    joined("hr {} bpm", span(90, 200)),
    joined("hr {}%", span(60, 100)),
    joined("hr {}% of max", span(60, 100)),
    joined("power {} W", span(80, 400)),
    joined("power {}%", span(50, 150)),
    joined("power {} W to {} W", st.integers(80, 400).map(str), st.integers(80, 400).map(str)),
    joined("pace {} /km", clocked(180, 500)),
    joined("pace {} /mi", clocked(280, 800)),
    joined("speed {} km/h", span(5, 40)),
    joined("rpe {}", span(0, 10)),
    joined("cadence {} rpm", span(50, 190)),
    joined("grade {}%", span(0, 20)),
)
set_aims = st.one_of(
    joined("rir {}", span(0, 5)),
    joined("rpe {}", span(0, 10)),
    joined("rest {}", clocked(30, 300)),
    joined("clean {}%", span(50, 100)),
    st.sampled_from(["tempo 3-1-1-0", "tempo 3-1-X-0", "each side", "drop 2 x 20%", 'note "Slow, and deep."']),
    joined("until {}", words),
    joined("progress +{} kg every week", st.sampled_from(["1", "2.5", "5"])),
    joined("progress +{} reps when served twice", st.integers(2, 4).map(str)),
    joined("regress -{}% when not served {} times", st.integers(5, 20).map(str), st.integers(3, 5).map(str)),
)
loads = st.one_of(
    joined("@ {} kg", span(5, 250)),
    joined("@ {} lb", span(5, 500)),
    joined("@ {}%", span(40, 100)),
    joined("@ {}% of {} kg", span(40, 100), st.integers(60, 250).map(str)),
    st.sampled_from(["@ last", "@ last +2.5 kg", "@ last -10%", "@ bodyweight", "@ bodyweight +10 kg"]),
)
sizes = st.one_of(
    joined("{} min", span(1, 90)),
    joined("{} s", span(5, 90)),
    joined("{} km", span(1, 42)),
    joined("{} m", span(50, 3000)),
)


@st.composite
def clauses(draw: st.DrawFn, pool: st.SearchStrategy[str], most: int) -> list[str]:
    """Some clauses, no two of a kind."""
    return draw(st.lists(pool, max_size=most, unique_by=lambda clause: clause.split()[0]))


@st.composite
def efforts(draw: st.DrawFn) -> str:
    """A line of going."""
    head = f"{draw(sizes)} {draw(sports)}"
    near = draw(st.sampled_from(["", " z1", " z1..z2", " easy", " all out", " @ 5:00..5:10 /km", " @ 88..94%"]))
    more = [one for one in draw(clauses(effort_aims, 3)) if not says_again(one, near)]
    return "  ".join([head + near, *more])


def says_again(clause: str, near: str) -> bool:
    """Whether a clause is about what the words after the head have said already."""
    return ("/km" in near and clause.startswith("pace")) or ("z" in near and " z" in clause)


@st.composite
def sets(draw: st.DrawFn) -> tuple[str, str]:
    """An exercise, and what follows its name."""
    amount = draw(st.one_of(span(1, 20).filter(lambda text: " " not in text), st.sampled_from(["max", "5+", "2+2+1"])))
    count = draw(st.sampled_from(["1", "3", "3..5"]))
    load = draw(st.one_of(st.just(""), loads.map(lambda text: " " + text)))
    return draw(names), "  ".join([f"{count} x {amount}{load}", *draw(clauses(set_aims, 3))])


@st.composite
def groups(draw: st.DrawFn) -> str:
    """A group in brackets, one deep."""
    aims = st.sampled_from(["easy", "z4", "@ 4:00..4:10 /km"])
    items = [f"{draw(sizes)} {draw(sports)} {draw(aims)}" for _ in range(2)]
    head = draw(st.sampled_from(["4 x", "4..6 x", "3 rounds for time", "amrap 20 min", "emom 12 min"]))
    return f"{head} ( {', '.join(items)} )"


@st.composite
def session(draw: st.DrawFn, day: str) -> list[str]:
    """The lines of one session, the exercises' names in a column."""
    lines = draw(st.lists(st.one_of(efforts(), groups(), sets()), min_size=1, max_size=5))
    width = max((len(line[0]) for line in lines if isinstance(line, tuple)), default=0)
    shown = [line if isinstance(line, str) else f"{line[0].ljust(width)}  {line[1]}" for line in lines]
    intent = draw(st.sampled_from(["base", "strength", "threshold", "technique", "conditioning"]))
    return [f'  {day} "{draw(words)}"', f"{intent} for g", *(f"    {line}" for line in shown)]


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A whole plan in canonical text."""
    days = draw(st.lists(st.sampled_from(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]), max_size=4, unique=True))
    drawn = [draw(session(day)) for day in days]
    width = max((len(lines[0]) for lines in drawn), default=0)
    body = [line for lines in drawn for line in [f"{lines[0].ljust(width)}  {lines[1]}", *lines[2:]]]
    return "\n".join([HEAD, *body, "  Sun rest"]) + "\n"
