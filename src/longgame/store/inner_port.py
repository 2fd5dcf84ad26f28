"""The part of the port that is nobody else's business: private entries, live logging, consents, who saw what."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from longgame.kernel.ids import SessionId
from longgame.record.live import LoggedHead, LoggedSet
from longgame.store.entries import Access, Consent, ConsentItem, KeyHome, PrivateEntry, PrivateKind, VaultStatus


class VaultLocked(Exception):
    """Private words were asked for or said while their key is not at hand; the message says what to do."""

    def __init__(self, home: KeyHome) -> None:
        super().__init__(_HOW_TO_OPEN[home])


_HOW_TO_OPEN = {
    KeyHome.FILE: "the journal's key file is missing; put it back, or use the recovery code: longgame vault recover",
    KeyHome.KEYRING: "the keyring of this machine does not give the journal's key; unlock the keyring first",
    KeyHome.PASSPHRASE: "the journal is locked; open it with: longgame vault unlock",
}


class Tampered(Exception):
    """A sealed field was changed, moved from its place, or sealed with another key; says where and never what."""

    def __init__(self, place: str) -> None:
        super().__init__(f"the sealed field at {place} does not open: it was changed, moved, or has another key")


class WrongKey(Exception):
    """A passphrase or a recovery code that does not open this journal."""


class Vault(Protocol):
    """Seals an athlete's private words. Passphrases and codes only ever wrap one data key, which never changes.

    Until a passphrase is set the key lies in a file beside the database, so that the database alone tells nothing.
    """

    def status(self) -> VaultStatus:
        """How it stands now."""
        ...

    def set_passphrase(self, passphrase: str) -> str:
        """Ask for a passphrase from now on; the recovery code, which is told this once.

        `ValueError` when it is too short or there is one, `VaultLocked` when the key is not at hand.
        """
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the key anew; nothing that was sealed is touched. `WrongKey`, `ValueError`."""
        ...

    def new_recovery_code(self) -> str:
        """A recovery code in place of the earlier one. `VaultLocked`."""
        ...

    def recover(self, code: str, passphrase: str) -> str:
        """Open with a recovery code, set a new passphrase, and give a new code, for this one is spent. `WrongKey`."""
        ...

    def keep_in_keyring(self) -> None:
        """Keep the key in the keyring of the operating system instead; `OSError` where there is none."""
        ...

    def unlock(self, passphrase: str, stay_open: bool = False) -> None:
        """Take the key up; with `stay_open` for later commands too, until `lock`. `WrongKey`, `OSError`."""
        ...

    def lock(self) -> None:
        """Forget the key here and for later commands; `ValueError` when there is no passphrase to open it with."""
        ...


class Private(Protocol):
    """Comments, corrections, if-then plans, check-ins and whatever else is said of the inner game: sealed, added to.

    Of several sayings with one uuid the latest stands, whatever order they came in. Taking back erases the words of
    everything said with that uuid; that there was something stays.
    """

    def add(self, entry: PrivateEntry) -> bool:
        """Keep it; False when this uuid was said at this moment before (nothing changes then)."""
        ...

    def get(self, uuid: str) -> PrivateEntry | None:
        """What stands under a uuid; None when nothing does or it was taken back."""
        ...

    def of_kind(
        self, kind: PrivateKind, first: date | None = None, last: date | None = None
    ) -> tuple[PrivateEntry, ...]:
        """What stands of a kind, about days in first..last where given, in the order of saying."""
        ...

    def about(self, session: SessionId) -> tuple[PrivateEntry, ...]:
        """What stands about a session (or any recording behind it), in the order of saying."""
        ...

    def answering(self, about: str) -> tuple[PrivateEntry, ...]:
        """What stands that names `about`, in the order of saying."""
        ...

    def history(self, uuid: str) -> tuple[PrivateEntry, ...]:
        """Every saying with a uuid in order, the words of what was taken back erased."""
        ...

    def all(self) -> tuple[PrivateEntry, ...]:
        """Every saying ever kept, in the order of saying, replaced ones too."""
        ...


class LiveLog(Protocol):
    """Sessions logged set by set while they happen, from as many devices as there are.

    Every saying is kept; the session of that id among `Sessions` is made from them, by the rule of
    `record.live.standing_sets`. Sets may arrive before the head; the session appears once both are there. After a
    change the caller regroups the day, as with any session entered by hand.
    """

    def put_head(self, session: SessionId, head: LoggedHead) -> bool:
        """Say when it began and what it is; the later saying stands. False when it was said before."""
        ...

    def put_set(self, session: SessionId, logged: LoggedSet) -> bool:
        """Say one set, correct it or take it back. False when it was said before."""
        ...

    def head(self, session: SessionId) -> LoggedHead | None:
        """The head that stands."""
        ...

    def sets(self, session: SessionId) -> tuple[LoggedSet, ...]:
        """The sets that stand, in the order in which they were done."""
        ...

    def said(self, session: SessionId) -> tuple[LoggedHead | LoggedSet, ...]:
        """Everything ever said about it, in the order of saying."""
        ...

    def sessions(self) -> tuple[SessionId, ...]:
        """The ids of all sessions that were logged live."""
        ...


class Consents(Protocol):
    """Who may see what; every word the athlete gave or took back stays."""

    def say(self, consent: Consent) -> None:
        """Allow or withdraw."""
        ...

    def allowed(self, person: str, item: ConsentItem) -> bool:
        """Whether the last word about this person and item allows it; nobody is allowed unasked."""
        ...

    def standing(self) -> tuple[Consent, ...]:
        """The last word about each person and item, in that order."""
        ...

    def log(self) -> tuple[Consent, ...]:
        """Every word, in the order of saying."""
        ...


class Accesses(Protocol):
    """Who saw what, when: only ever added to."""

    def note(self, access: Access) -> None:
        """Write down that somebody saw or took something."""
        ...

    def log(self) -> tuple[Access, ...]:
        """Everything noted, in order."""
        ...
