"""Keeping the streams of a ride of two hours: laid out, named, packed each way, opened again; processor time."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.import_archive import ride
from longgame.intake.formats.fit.decode import decode
from longgame.intake.formats.fit.record_streams import recording
from longgame.store.packing import deflate, zstandard
from longgame.store.streams import LaidStreams, decode_streams

ROUNDS = 15
RIDES = 10


def milliseconds(deed: Callable[[], object]) -> float:
    """The least processor time that it took, for one ride."""
    least = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        deed()
        least = min(least, time.process_time() - began)
    return 1000 * least / RIDES


def main() -> None:
    """Print what each step takes for a ride of 7,500 samples and ten channels, and how small it gets."""
    recordings = [recording(decode(ride(number)).parts[0].table("record")) for number in range(RIDES)]
    streams = [streams for one in recordings if (streams := one.between(0, len(one.seconds), one.seconds[0]))]
    laid = [LaidStreams(one) for one in streams]
    print(f"laid out {milliseconds(lambda: [LaidStreams(one) for one in streams]):.2f} ms a ride")
    print(f"named {milliseconds(lambda: [one.name for one in laid]):.2f} ms")
    for way in (deflate(), zstandard()):
        if way is None:
            print("this Python has no Zstandard")
            continue
        packed = [one.encoded(way) for one in laid]
        floats = sum(8 * len(one) * (1 + len(one.channels())) for one in streams)
        took = milliseconds(lambda way=way: [one.encoded(way) for one in laid])
        opened = milliseconds(lambda packed=packed: [decode_streams(one) for one in packed])
        share = sum(map(len, packed)) / floats
        print(f"{way.magic.decode()}: packed {took:.2f} ms, opened {opened:.2f} ms, {share:.1%} of the floats' size")


if __name__ == "__main__":
    main()
