"""Every page of the web app with ten years of training behind it, asked for by twenty people at once.

Promised: 95 of 100 answers within 50 ms, for every page. `python -m benchmarks web_pages` makes the journal of ten
years first, which takes minutes; `LONGGAME_TEN_YEARS` names a folder that `benchmarks.ten_years` made before,
`LONGGAME_YEARS` asks for fewer years. The server is `longgame serve` in a process of its own; the twenty are twenty
connections of this process, each asking again as soon as it was answered. Three things are told:

- *first*: one person alone, right after something in the journal changed, so that the page is drawn anew;
- *again*: twenty at once on one page while nothing changes;
- *changing*: twenty at once, each on a page by chance, while a set is logged every ten seconds and outdates all.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import cast
from uuid import uuid4

from benchmarks.ten_years import make_journal, open_journal
from longgame.app.stored_reviews import every_review
from longgame.store.journal import open_store

PEOPLE = 20
PROMISED_MS = 50.0
SECONDS = float(os.environ.get("LONGGAME_BENCH_SECONDS", "3"))
CHANGING_SECONDS = 30.0


class Connection(asyncio.Protocol):
    """One connection that is kept open: one answer at a time, looked at only as far as to see where it ends."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.so_far = bytearray()
        self.answered: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember what is written to."""
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits that the server hung up, as servers do on connections that were silent for long."""
        self.transport = None
        if self.answered is not None and not self.answered.done():
            self.answered.set_exception(ConnectionResetError(str(exc)))

    def data_received(self, data: bytes) -> None:
        """Take in a piece of the answer, and tell its status once it is whole."""
        self.so_far += data
        head, found, body = self.so_far.partition(b"\r\n\r\n")
        if found and self.answered is not None and not self.answered.done() and _is_whole(bytes(head).lower(), body):
            self.so_far = bytearray()
            self.answered.set_result(int(head.split(b" ", 2)[1]))

    def ask(self, request: bytes) -> asyncio.Future[int]:
        """Send a request; its status comes when the answer is whole."""
        self.answered = asyncio.get_running_loop().create_future()
        assert self.transport is not None
        self.transport.write(request)
        return self.answered


def _is_whole(head: bytes, body: bytes) -> bool:
    _, told, rest = head.partition(b"content-length:")
    if told:
        return len(body) >= int(rest.split(b"\r\n", 1)[0])
    return body.endswith(b"0\r\n\r\n") or b" 304 " in head or b" 303 " in head


@dataclass
class Person:
    """Somebody with one connection, and what it took to be answered."""

    port: int
    connection: Connection | None = None
    took_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def ask(self, path: str, method: str = "GET", body: bytes = b"", kind: str = "") -> float:
        """How long the whole answer took [ms]; `RuntimeError` for one that is not well."""
        began = time.perf_counter()
        if self.connection is None or self.connection.transport is None:
            loop = asyncio.get_running_loop()
            _, self.connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
        here = f"127.0.0.1:{self.port}"
        head = f"{method} {path} HTTP/1.1\r\nhost: {here}\r\norigin: http://{here}\r\naccept: text/html\r\n"
        head += "accept-encoding: gzip\r\n"
        if body:
            head += f"content-type: {kind}\r\ncontent-length: {len(body)}\r\n"
        try:
            status = await self.connection.ask(head.encode() + b"\r\n" + body)
        except ConnectionResetError:
            return await self.ask(path, method, body, kind)
        if status >= 400:
            raise RuntimeError(f"{method} {path}: {status}")
        return (time.perf_counter() - began) * 1000

    async def keep_asking(self, paths: Sequence[str], until: float, chance: random.Random) -> None:
        """Ask for one of the pages after another until a moment."""
        while time.perf_counter() < until:
            path = chance.choice(paths)
            self.took_ms[path].append(await self.ask(path))

    def leave(self) -> None:
        """Hang up."""
        if self.connection is not None and self.connection.transport is not None:
            self.connection.transport.close()


@dataclass
class Work:
    """Processor time of the server and of this process, which asks, since it was last looked at [s]."""

    server: int
    before: tuple[float, float] = (0.0, 0.0)

    def since(self) -> tuple[float, float]:
        """Of the server (NaN where the system does not tell) and of this process."""
        now = (_processor_s(self.server), time.process_time())
        spent = (now[0] - self.before[0], now[1] - self.before[1])
        self.before = now
        return spent


def _processor_s(process: int) -> float:
    """What a process has used [s], all its threads together; NaN where the system does not tell."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return float("nan")
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def pages_of(folder: Path, years: float) -> list[str]:
    """The address of every page that is read, a recording's and a lifting session's review among them."""
    with open_store(folder) as store:
        setting = open_journal(folder, years, store)
        every_review(setting)
        heads = setting.journal.sessions.heads()
        ride = next(one for one in reversed(heads) if one.has_streams).id
        lifts = next(one for one in reversed(heads) if one.set_count).id
        day = setting.today
    month, week = f"/calendar/{day - timedelta(days=40):%Y-%m}", f"/week/{day - timedelta(days=7)}"
    told = ["/", f"/day/{day - timedelta(days=3)}", "/log", "/log/day.json", "/calendar", month, week, "/season"]
    told += ["/review", f"/review/{ride}", f"/review/{ride}/stream", f"/review/{lifts}"]
    told += ["/plan", "/plan/templates", "/plan/versions", "/how-far", "/how-far/measure/0", "/how-far/watch"]
    told += ["/mind", "/mind/thoughts", "/mind/practices", f"/mind/letter/{day - timedelta(days=30):%Y-%m}"]
    return [*told, "/import", "/search", "/you", "/data", "/more"]


@contextmanager
def serving(folder: Path, today: date) -> Iterator[tuple[int, int]]:
    """`longgame serve` on the journal, standing on its last day; its port and its process."""
    command = [sys.executable, "-m", "longgame", "--journal", str(folder), "serve", "--port", "0", "--on", str(today)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield int(server.stdout.readline().split()[-1].rstrip("/").rpartition(":")[2]), server.pid
    finally:
        server.terminate()
        server.wait(20)


async def change(person: Person, today: date) -> None:
    """Log a set of a free session, as a phone does."""
    moment = f"{today}T12:00:{random.randrange(60):02}Z"
    head = f'{{"said_at": "{moment}", "start": "{today}T11:00:00Z", "sport": "strength"}}'
    logged = f'{{"said_at": "{moment}", "done_at": "{moment}", "exercise": "Back Squat", "reps": 5, "load": "60"}}'
    session = "00000000-0000-4000-8000-000000000001"
    await person.ask(f"/log/live/{session}", "PUT", head.encode(), "application/json")
    await person.ask(f"/log/live/{session}/sets/{uuid4()}", "PUT", logged.encode(), "application/json")


async def measure(port: int, process: int, pages: list[str], today: date) -> None:
    """Print the three tables."""
    work = Work(process)
    people = [Person(port) for _ in range(PEOPLE)]
    alone = people[0]
    for path in pages:
        await alone.ask(path)
    print("processor time: the server's for one answer, and this process's, which asks and shares the processors")
    print(f"{'page':34} {'first':>9} {'again p50':>10} {'again p95':>10} {'a second':>9} {'server':>8} {'asking':>8}")
    late = []
    for path in pages:
        await change(alone, today)
        first = await alone.ask(path)
        work.since()
        again, done = await _together(people, [path], SECONDS)
        values = again[path]
        each = "".join(f"{spent * 1000 / done:6.2f} ms" for spent in work.since())
        row = _row(path, f"{first:7.0f} ms", statistics.median(values), p95(values), f"{done / SECONDS:9.0f}")
        print(row + each, flush=True)
        late += [path] if p95(values) > PROMISED_MS else []
    print(f"\nlater than {PROMISED_MS:.0f} ms at p95 while nothing changes: {', '.join(late) or 'no page'}")
    await _while_it_changes(people, pages, port, today)
    for person in people:
        person.leave()


async def _together(people: list[Person], paths: Sequence[str], seconds: float) -> tuple[dict[str, list[float]], int]:
    """Everybody asks for these pages at once; the times by page [ms], and how many answers there were."""
    until = time.perf_counter() + seconds
    for person in people:
        person.took_ms.clear()
    await asyncio.gather(*(one.keep_asking(paths, until, random.Random(n)) for n, one in enumerate(people)))
    found: dict[str, list[float]] = defaultdict(list)
    for person in people:
        for path, values in person.took_ms.items():
            found[path] += values
    return found, sum(len(values) for values in found.values())


async def _while_it_changes(people: list[Person], pages: list[str], port: int, today: date) -> None:
    writer = Person(port)
    logging = asyncio.create_task(_log_now_and_then(writer, today))
    found, done = await _together(people, pages, CHANGING_SECONDS)
    logging.cancel()
    writer.leave()
    values = [value for told in found.values() for value in told]
    print(f"\nwhile a set is logged every ten seconds, over {done} answers of all pages:")
    print(f"  p50 {statistics.median(values):.0f} ms, p95 {p95(values):.0f} ms; by page at p95:")
    print("  " + ", ".join(f"{path} {p95(told):.0f}" for path, told in found.items()))


async def _log_now_and_then(writer: Person, today: date) -> None:
    while True:
        await change(writer, today)
        await asyncio.sleep(10)


def _row(path: str, first: str, median: float, late: float, rate: str) -> str:
    shown = path if len(path) <= 34 else f"{path[:16]}…{path[-17:]}"
    return f"{shown:34} {first:>9} {median:7.1f} ms {late:7.1f} ms {rate}"


def run(folder: Path, years: float) -> None:
    """Measure on a copy, for a set is logged into it."""
    print(f"{os.cpu_count()} CPUs, load before {os.getloadavg()[0]:.1f}; {PEOPLE} connections", flush=True)
    with tempfile.TemporaryDirectory() as made:
        copy = Path(shutil.copytree(folder, Path(made) / "journal"))
        pages = pages_of(copy, years)
        with open_store(copy) as store:
            today = open_journal(copy, years, store).today
        with serving(copy, today) as (port, process):
            asyncio.run(measure(port, process, pages, today))


def main() -> None:
    """Make a journal, or take the one that is named, and measure it."""
    named = os.environ.get("LONGGAME_TEN_YEARS")
    if named:
        run(Path(named), 10)
        return
    years = float(os.environ.get("LONGGAME_YEARS", "10"))
    with tempfile.TemporaryDirectory() as folder:
        make_journal(Path(folder) / "journal", years)
        run(Path(folder) / "journal", years)


if __name__ == "__main__":
    main()
