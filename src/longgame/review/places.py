"""Finding and naming the places evidence was seen at: the stretches of time in which something was so."""

from __future__ import annotations

import numpy as np

from longgame.kernel.spans import SampleSpan
from longgame.purpose.bounds import Quantity
from longgame.review.channels import Channels, Mask

BRIDGE_S = 20.0
"""Two stretches closer than this are one."""
LEAST_S = 30.0
"""Shorter stretches are not worth naming."""
MOST_PLACES = 3


def where_true(channels: Channels, mask: Mask) -> tuple[SampleSpan, ...]:
    """The longest stretches in which `mask` holds, at most three, in order of time."""
    places = np.flatnonzero(mask)
    if not len(places):
        return ()
    t_s = channels.t_s
    breaks = np.flatnonzero(np.diff(t_s[places]) > BRIDGE_S)
    firsts = places[np.append(0, breaks + 1)]
    lasts = places[np.append(breaks, len(places) - 1)]
    spans = [
        SampleSpan(float(t_s[first]), float(t_s[last] + channels.dt_s[last]))
        for first, last in zip(firsts, lasts, strict=True)
    ]
    long = [span for span in spans if span.stop_s - span.start_s >= LEAST_S]
    longest = sorted(long, key=lambda span: (span.start_s - span.stop_s, span.start_s))[:MOST_PLACES]
    return tuple(sorted(longest, key=lambda span: span.start_s))


LEAST_UNREAD = 0.02


def unread_words(channels: Channels, quantity: Quantity) -> str:
    """What a sentence adds about time in which the sensor told nothing: it counts neither way. Empty when little."""
    share = channels.unread(quantity)
    if share < LEAST_UNREAD:
        return ""
    return f" For {share:.0%} of the time {quantity.word.replace('_', ' ')} was not read, which counts neither way."


def named(spans: tuple[SampleSpan, ...]) -> str:
    """The places as words after a sentence, such as ", in minute 31–38 and 41–44"; empty without any."""
    if not spans:
        return ""
    shown = [str(spans[0]), *(str(span).removeprefix("minute ") for span in spans[1:])]
    return ", in " + " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def counted_sets(count: int) -> str:
    """So many sets, as words.

    >>> counted_sets(1), counted_sets(3)
    ('1 set', '3 sets')
    """
    return "1 set" if count == 1 else f"{count} sets"
