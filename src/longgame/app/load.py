"""What the last weeks asked for, beside the athlete's own usual."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from longgame.app.own_numbers import thresholds_on
from longgame.app.own_past import own_past
from longgame.app.recorded_loads import recorded_loads
from longgame.app.setting import Setting
from longgame.growth.channels import Channel, channels
from longgame.growth.loads import Load, Spike, load_on
from longgame.kernel.unknown import Unknown


@dataclass(frozen=True, slots=True)
class Loads:
    """The load in effort × minutes and in hard sets, and beside it the channels of recordings, never added up."""

    effort: Load | Unknown
    channels: tuple[Channel, ...]


def loads(setting: Setting, on: date | None = None) -> Loads:
    """Every channel of the week that ends with day `on` (today where None)."""
    day = setting.today if on is None else on
    profile = setting.journal.days.profile()
    told = channels(recorded_loads(setting, day), day, lambda then: thresholds_on(profile, then))
    return Loads(load(setting, day), told)


def load(setting: Setting, on: date | None = None) -> Load | Unknown:
    """The load of the week that ends with day `on` (today where None), in effort × minutes and in hard sets."""
    day = setting.today if on is None else on
    past = own_past(setting, day)
    return load_on(past.sessions, past.efforts(), day, past.own_names)


def loads_to_json(found: Loads) -> dict[str, Any]:
    """Every channel as documented JSON; what cannot be told is null."""
    told = _load_to_json(found.effort)
    return {**told, "channels": [asdict(one) for one in found.channels], "says": loads_words(found)}


def _load_to_json(found: Load | Unknown) -> dict[str, Any]:
    if isinstance(found, Unknown):
        return {"unknown": found.reason}
    values: dict[str, Any] = asdict(found)
    for name in ("monotony", "monotony_rank", "strain", "strain_rank"):
        value = getattr(found, name)
        values[name] = None if isinstance(value, Unknown) else value
    values["on"] = found.on.isoformat()
    values["daily"] = list(found.daily)
    values["spikes"] = [{**asdict(one), "day": one.day.isoformat()} for one in found.spikes]
    return values


def loads_words(found: Loads) -> list[str]:
    """Every channel as lines of text, words first; each is in points of its own."""
    lines = load_words(found.effort)
    for one in found.channels:
        if one.unknown is None:
            of_late = f"of late {one.recent * 7:.0f} a week, usually {one.usual * 7:.0f}"
            lines.append(f"{one.name[0].upper()}{one.name[1:]}: {one.week:.0f} points this week; {of_late}.")
    missing: dict[str, list[str]] = {}
    for one in found.channels:
        if one.unknown is not None:
            missing.setdefault(one.unknown, []).append(one.name)
    return [*lines, *(f"Not told, {why}: {', '.join(names)}." for why, names in missing.items())]


def load_words(found: Load | Unknown) -> list[str]:
    """The load as lines of text, words first."""
    if isinstance(found, Unknown):
        return [f"Not yet knowable: {found.reason}."]
    lines = _effort_words(found)
    lines += [_spike_words(one) for one in found.spikes]
    if found.patterns:
        rows = (f"{one.pattern} {one.sets:g}" for one in found.patterns)
        lines.append(f"Hard sets this week by pattern: {', '.join(rows)}.")
    if found.muscles:
        rows = (f"{one.pattern} {one.sets:g}" for one in found.muscles)
        lines.append(f"By muscle, helpers counted half: {', '.join(rows)}.")
    if found.not_counted:
        many = "session" if found.not_counted == 1 else "sessions"
        lines.append(f"Not counted: {found.not_counted} {many} of four weeks without an effort or a length.")
    return lines


def _effort_words(found: Load) -> list[str]:
    if not any(found.daily):
        return ["No effort was said in the last four weeks, so their load cannot be told; longgame reflect --effort."]
    week = (
        f"The week until {found.on.isoformat()}: {found.week:.0f} points of effort × minutes;"
        f" of late {found.recent * 7:.0f} a week, usually {found.usual * 7:.0f}."
    )
    return [
        week,
        _rhythm_words("Monotony", found.monotony, found.monotony_rank, "1.2f"),
        _rhythm_words("Strain", found.strain, found.strain_rank, "1.0f"),
    ]


def _rhythm_words(name: str, value: float | Unknown, rank: float | Unknown, digits: str) -> str:
    if isinstance(value, Unknown):
        return f"{name}: no value; {value.reason}."
    if isinstance(rank, Unknown):
        return f"{name} {value:{digits}}; {rank.reason}."
    return f"{name} {value:{digits}}, higher than in {rank:.0%} of your own earlier weeks."


def _spike_words(one: Spike) -> str:
    return (
        f"The run of {one.day.isoformat()} was {one.excess:.0%} longer than the longest of the 30 days before"
        f" ({one.distance_m / 1000:.1f} beside {one.longest_m / 1000:.1f} km). In a study of 5,205 runners, injuries"
        " were more frequent after runs more than a tenth longer; an observation, not a forecast."
    )
