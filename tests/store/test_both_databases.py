"""SQLite and PostgreSQL driven side by side by the same steps: whatever is asked, both answer the same.

Two athletes share each database, and in the end each finds everything as they left it: own past only, at the store.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from longgame.kernel.ids import AthleteId, ContentHash, PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind
from longgame.record.reflection import Said, Thought
from longgame.record.sets import StrengthSet
from longgame.record.wellness import Wellness
from longgame.store.entries import (
    BatchId,
    Consent,
    ConsentItem,
    Derived,
    FileEntry,
    Move,
    Outcome,
    PairingChoice,
    PrivateEntry,
    PrivateKind,
    Support,
)
from longgame.store.journal import JournalStore, SqlJournal
from tests.store.conftest import cheap_store, emptied
from tests.store.examples import lifting, run

ATHLETES = (AthleteId("me"), AthleteId("other"))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAYS = tuple(date(2026, 3, 1) + timedelta(days=n) for n in range(3))

who = st.sampled_from(ATHLETES)
few = st.integers(0, 3)
moments = few.map(lambda hours: NOON + timedelta(hours=hours))
days = st.sampled_from(DAYS)
KINDS = (PrivateKind.COMMENT, PrivateKind.CHECK_IN)
"""Two of the kinds that are said are asked for apart as well; any other is a word in the same column."""
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
originals = few.map(lambda n: ContentHash(f"{n}" * 64))
names = st.sampled_from(["é", "e", "Z", "a", "_"])
"""Names whose order differs from one language to another."""


def seen(journal: SqlJournal) -> dict[str, Any]:
    """Everything that can be asked of a journal, streams by their hash."""
    heads = journal.sessions.heads()
    return {
        "heads": heads,
        "tally": journal.sessions.tally(),
        "between": journal.sessions.between(DAYS[0], DAYS[-1]),
        "recordings": journal.sessions.recordings_between(DAYS[0], DAYS[-1]),
        "because": [journal.sessions.because(head.id) for head in heads],
        "wellness": journal.days.wellness(),
        "profile": journal.days.profile(),
        "notes": journal.days.notes(),
        "plans": (journal.plans.history(), journal.plans.at(NOON), journal.plans.moves()),
        "said": (journal.reflections.all(), [journal.reflections.about(head.id) for head in heads]),
        "pairings": (journal.pairings.standing(), journal.pairings.log()),
        "derived": journal.derived.of_kind("review"),
        "batches": journal.imports.batches(),
        "files": [journal.imports.files(one.id) for one in journal.imports.batches()],
        "known": (journal.imports.known(), journal.imports.quarantined()),
        "private": (journal.private.all(), [journal.private.of_kind(kind) for kind in KINDS]),
        "live": [(journal.live.said(one), journal.live.sets(one)) for one in journal.live.sessions()],
        "consents": (journal.consents.log(), journal.consents.standing()),
    }


class SideBySide(RuleBasedStateMachine):
    """The same steps on both databases, and on each the same answers."""

    server: str

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        here = Path(self.folder.name)
        self.stores: tuple[JournalStore, ...] = (
            cheap_store(here / "sqlite" / "journal"),
            cheap_store(here / "postgresql" / "journal", emptied(self.server)),
        )
        self.before = {athlete: self.see(athlete) for athlete in ATHLETES}

    def see(self, athlete: AthleteId) -> dict[str, Any]:
        one, other = (seen(store.journal(athlete)) for store in self.stores)
        assert [(name, one[name], other[name]) for name in one if one[name] != other[name]] == []
        return one

    def do(self, athlete: AthleteId, deed: Callable[[SqlJournal], Any]) -> Any:
        """Do it on both; the answers agree, and so does all that can be seen then."""
        answers = []
        for store in self.stores:
            try:
                answers.append(deed(store.journal(athlete)))
            except (KeyError, ValueError) as refused:
                answers.append((type(refused), str(refused)))
        assert answers[0] == answers[1]
        self.before[athlete] = self.see(athlete)
        return answers[0]

    @rule(athlete=who, name=names, moment=moments, note=st.none() | words)
    def enter_by_hand(self, athlete: AthleteId, name: str, moment: datetime, note: str | None) -> None:
        session = replace(lifting(name, start=moment), athlete=athlete, note=note, sources=())
        self.do(athlete, lambda journal: journal.sessions.put(session))

    @rule(athlete=who, name=names, moment=moments, original=originals, batch=names)
    def add_recording(self, athlete: AthleteId, name: str, moment: datetime, original: ContentHash, batch: str) -> None:
        session = replace(run(name, start=moment), athlete=athlete, streams=None)
        self.do(athlete, lambda journal: journal.sessions.add(session, Support(original, BatchId(batch))))

    @rule(athlete=who, parts=st.sets(names, min_size=1))
    def show_as_one(self, athlete: AthleteId, parts: set[str]) -> None:
        there = tuple(sorted(head.id for head in self.before[athlete]["heads"] if head.id in parts))
        if there:
            whole = replace(run(there[0]), athlete=athlete, streams=None)
            self.do(athlete, lambda journal: journal.sessions.show_as(whole, there, ("same start",)))

    @rule(athlete=who, name=names, gone=st.booleans())
    def show_apart_or_remove(self, athlete: AthleteId, name: str, gone: bool) -> None:
        def deed(journal: SqlJournal) -> None:
            (journal.sessions.remove if gone else journal.sessions.show_apart)(SessionId(name))

        self.do(athlete, deed)

    @rule(athlete=who, day=days, note=st.none() | words, original=st.none() | originals)
    def tell_a_day(self, athlete: AthleteId, day: date, note: str | None, original: ContentHash | None) -> None:
        support = None if original is None else Support(original, BatchId("a"))
        noted = Note(datetime.combine(day, NOON.timetz()), note or "-", "athlete")

        def deed(journal: SqlJournal) -> None:
            journal.days.put_wellness(Wellness(day, fatigue=3.0, note=note, source="ring"), support)
            journal.days.put_note(noted, support)
            journal.days.put_excuse(Excuse(ExcuseKind.ILL, day, day, note), NOON)

        self.do(athlete, deed)

    @rule(athlete=who, day=days, value=st.floats(40, 220), moment=moments)
    def tell_a_fact(self, athlete: AthleteId, day: date, value: float, moment: datetime) -> None:
        self.do(athlete, lambda journal: journal.days.put_fact(Fact(FactKind.MAX_HR, value, day), moment))

    @rule(athlete=who, text=words, moment=moments, day=days, name=names)
    def plan(self, athlete: AthleteId, text: str, moment: datetime, day: date, name: str) -> None:
        self.do(athlete, lambda journal: journal.plans.use(name, text, moment))
        self.do(athlete, lambda journal: journal.plans.move(Move(PlannedId(name), day, moment)))

    @rule(athlete=who, uuid=names, moment=moments, text=words, session=st.none() | names)
    def say(self, athlete: AthleteId, uuid: str, moment: datetime, text: str, session: str | None) -> None:
        about = None if session is None else SessionId(session)
        said = Said(uuid, moment.date(), Thought(moment, text), about)
        self.do(athlete, lambda journal: journal.reflections.add(said))

    @rule(athlete=who, uuid=names, moment=moments, text=st.none() | words, kind=st.sampled_from(PrivateKind))
    def say_privately(
        self, athlete: AthleteId, uuid: str, moment: datetime, text: str | None, kind: PrivateKind
    ) -> None:
        entry = PrivateEntry(kind, uuid, moment, moment.date(), text, about="b")
        self.do(athlete, lambda journal: journal.private.add(entry))

    @rule(athlete=who, session=names, uuid=names, moment=moments, reps=st.none() | few)
    def log_live(self, athlete: AthleteId, session: str, uuid: str, moment: datetime, reps: int | None) -> None:
        known = SessionId(f"live {session}")
        done = None if reps is None else StrengthSet("Squat", reps)
        self.do(athlete, lambda journal: journal.live.put_set(known, LoggedSet(uuid, moment, moment, done)))
        head = LoggedHead(moment, NOON, DAYS[0], Sport.STRENGTH)
        self.do(athlete, lambda journal: journal.live.put_head(known, head))

    @rule(athlete=who, session=names, planned=st.none() | names, moment=moments, undo=st.booleans())
    def pair(self, athlete: AthleteId, session: str, planned: str | None, moment: datetime, undo: bool) -> None:
        meant = None if planned is None else PlannedId(planned)
        choice = PairingChoice(SessionId(session), meant, moment)

        def deed(journal: SqlJournal) -> bool | None:
            return journal.pairings.undo(choice.session, moment) if undo else journal.pairings.choose(choice)

        self.do(athlete, deed)

    @rule(athlete=who, key=names, day=st.none() | days, forget=st.booleans())
    def derive(self, athlete: AthleteId, key: str, day: date | None, forget: bool) -> None:
        kept = Derived("review", key, b"\0\xff" + key.encode(), ContentHash("c" * 64), "1", day)

        def deed(journal: SqlJournal) -> int | None:
            return journal.derived.forget_from(day or DAYS[1]) if forget else journal.derived.save(kept)

        self.do(athlete, deed)

    @rule(athlete=who, moment=moments, original=originals, outcome=st.sampled_from(Outcome))
    def bring_in(self, athlete: AthleteId, moment: datetime, original: ContentHash, outcome: Outcome) -> None:
        session = replace(run("brought", start=moment), athlete=athlete, streams=None)

        def deed(journal: SqlJournal) -> str:
            with journal.change():
                batch = journal.imports.begin(moment, ("a.zip",))
                journal.imports.note(batch, (FileEntry("a.zip/é.fit", outcome, original, "fit", sessions=1),))
                journal.sessions.add(session, Support(original, batch))
            return batch

        self.do(athlete, deed)

    @rule(athlete=who, moment=moments, number=few)
    def take_back(self, athlete: AthleteId, moment: datetime, number: int) -> None:
        batches = self.before[athlete]["batches"]
        if number < len(batches):
            self.do(athlete, lambda journal: journal.imports.withdraw(batches[number].id, moment))

    @rule(athlete=who, item=st.sampled_from(ConsentItem), allowed=st.booleans(), moment=moments)
    def consent(self, athlete: AthleteId, item: ConsentItem, allowed: bool, moment: datetime) -> None:
        self.do(athlete, lambda journal: journal.consents.say(Consent("Ada", item, allowed, moment)))

    @rule(athlete=who, name=names)
    def fail_half_way(self, athlete: AthleteId, name: str) -> None:
        def deed(journal: SqlJournal) -> None:
            with journal.change():
                journal.sessions.put(replace(lifting(name), athlete=athlete, note="never"))
                journal.plans.use(name, "never", NOON)
                raise ValueError("half way")

        before = self.before[athlete]
        self.do(athlete, deed)
        assert self.before[athlete] == before

    @invariant()
    def nobody_sees_anothers(self) -> None:
        for athlete in ATHLETES:
            assert all(one.athlete == athlete for one in self.before[athlete]["between"])

    def teardown(self) -> None:
        """What one athlete saw after their last step they still see, whatever the other did since."""
        assert [self.see(one) for one in ATHLETES] == [self.before[one] for one in ATHLETES]
        for store in self.stores:
            store.close()
        self.folder.cleanup()


def test_both_databases_answer_the_same_to_the_same_steps(founded: str) -> None:
    machine = type("SideBySideHere", (SideBySide,), {"server": founded})
    checked = settings(
        max_examples=4,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],
    )
    run_state_machine_as_test(machine, settings=checked)
    assert issubclass(machine, SideBySide)


@pytest.mark.parametrize("nested", [False, True])
def test_what_cannot_be_kept_is_refused_by_both_and_changes_nothing(founded: str, tmp_path: Path, nested: bool) -> None:
    """A number beyond 64 bits, alone or as a part of a larger change that goes on."""
    for store in (cheap_store(tmp_path / "s"), cheap_store(tmp_path / "p", emptied(founded))):
        journal = store.journal()
        with journal.change():
            if nested:
                journal.plans.use("kept", "text", NOON)
            with pytest.raises(Exception, match=r"integer|int|big|range"), journal.change():
                journal.days.put_wellness(Wellness(DAYS[0], steps=1 << 70))
        assert journal.days.wellness() == ()
        assert len(journal.plans.history()) == nested
        store.close()
