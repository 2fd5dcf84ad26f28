"""Apple Health's export against lxml's iterparse: megabytes per second of processor time, the ratio, and peak memory.

Run with `PYTHONPATH=src python -m benchmarks.apple_health [megabytes]`. The file is made up in the proportions of a
watch wearer's export: energy, distance and steps by the minute, heart rate every few minutes and every five seconds
in workouts, nights in stages. Ours is the whole reader, from bytes to sessions with streams and days; the peer's is
a streaming pass that takes the same attributes of the same records as strings and does nothing with them. Readers take
turns, and so does a plain count of one byte in the file read from disk: what the machine gives in the same minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from longgame.intake.model import Original, ReadContext
from longgame.intake.readers import reader_named
from longgame.kernel.ids import THE_ATHLETE, ContentHash

ROUNDS = 3
WATCH = 'sourceName="Ana’s Apple Watch" sourceVersion="11.1" '
DEVICE = (
    'device="&lt;&lt;HKDevice: 0x3015f2d00&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, '
    'hardware:Watch6,2, software:11.1&gt;" '
)


def ours(path: Path) -> None:
    """The whole of our reader, the file streamed from disk."""
    reader = reader_named("apple_health")
    assert reader is not None
    reading = reader.read(Original(path.name, ContentHash("0"), path=path), ReadContext(THE_ATHLETE, UTC))
    assert reading.sessions


def iterparse(path: Path) -> None:
    """Attributes as strings, elements thrown away once read."""
    from lxml import etree

    rows = []
    for _, element in etree.iterparse(str(path), tag=("Record", "Workout"), huge_tree=True):
        row = element.attrib
        rows.append(
            (row.get("type"), row.get("startDate"), row.get("endDate"), row.get("value"), row.get("sourceName"))
        )
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def main() -> None:
    """Print one line of speed and one of memory."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    if len(sys.argv) > 2:
        ours(Path(sys.argv[2]))
        status = Path("/proc/self/status").read_text("ascii")
        print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xml"
        write_export(path, megabytes)
        size = path.stat().st_size / 1e6
        best = _best((ours, iterparse, counted), path)
        print(
            f"apple health made up {size:6.0f} MB   ours {size / best[ours]:6.1f} MB/s   "
            f"lxml iterparse {size / best[iterparse]:5.1f} MB/s   ratio {best[iterparse] / best[ours]:.1f}   "
            f"reading and counting a byte {size / best[counted]:.0f} MB/s"
        )
        command = [sys.executable, "-m", "benchmarks.apple_health", "0", str(path)]
        peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        print(f"peak memory of a process that reads it: {peak} MiB")


def counted(path: Path) -> None:
    """The least that can be done with the bytes."""
    with path.open("rb") as file:
        while block := file.read(2 << 20):
            block.count(b"<")


def _best(readers: Sequence[Callable[[Path], None]], path: Path) -> dict[Callable[[Path], None], float]:
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):
        for reader in readers:
            begin = time.process_time()
            reader(path)
            best[reader] = min(best[reader], time.process_time() - begin)
    return best


def write_export(path: Path, megabytes: int) -> None:
    """A made-up export of about that size."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n')
        file.write('<HealthData locale="en_SI">\n')
        day = datetime(2016, 1, 1, tzinfo=UTC)
        random = Random(20261123)
        while file.tell() < megabytes * 1e6:
            file.writelines(_day(day, random))
            day += timedelta(days=1)
        file.write("</HealthData>\n")


def _day(day: datetime, random: Random) -> Iterator[str]:
    for minute in range(0, 24 * 60, 2):
        at = day + timedelta(minutes=minute)
        yield _record("ActiveEnergyBurned", "kcal", at, 60, f"{random.uniform(0, 5):.3f}")
        yield _record("BasalEnergyBurned", "kcal", at, 60, f"{random.uniform(0, 2):.3f}")
        if minute % 10 == 0:
            yield _record("HeartRate", "count/min", at, 0, f"{random.randint(48, 120)}")
            yield _record("StepCount", "count", at, 120, f"{random.randint(1, 200)}")
            yield _record("DistanceWalkingRunning", "km", at, 120, f"{random.uniform(0, 0.2):.5f}")
    yield _record("RestingHeartRate", "count/min", day, 3600, "52")
    yield _record("HeartRateVariabilitySDNN", "ms", day, 60, f"{random.uniform(30, 80):.4f}")
    start = day + timedelta(hours=17)
    for second in range(0, 2700, 5):
        yield _record("HeartRate", "count/min", start + timedelta(seconds=second), 0, f"{random.randint(120, 170)}")
    yield (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="45" durationUnit="min" {WATCH}'
        f'startDate="{_told(start)}" endDate="{_told(start + timedelta(minutes=45))}">\n'
        '  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n'
        '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="8.1" unit="km"/>\n'
        " </Workout>\n"
    )


def _record(kind: str, unit: str, start: datetime, seconds: int, value: str) -> str:
    stop = _told(start + timedelta(seconds=seconds))
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" {WATCH}{DEVICE}unit="{unit}" creationDate="{stop}" '
        f'startDate="{_told(start)}" endDate="{stop}" value="{value}"/>\n'
    )


def _told(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S +0000")


if __name__ == "__main__":
    main()
