"""`longgame vault`: what protects private words, and locking, unlocking and recovering them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.setting import Setting
    from longgame.store.entries import VaultStatus

vault = typer.Typer(
    help="What protects private words: status, set-passphrase, change, lock, unlock, recovery-code, recover, keyring.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
_WRITE_DOWN = "Write this recovery code down and keep it apart from this machine; it is shown only now:"


def register(app: typer.Typer) -> None:
    """Add the commands of the vault."""
    app.add_typer(vault, name="vault")


@vault.command()
def status(context: typer.Context) -> None:
    """What opens private words, and whether they are open now."""
    asked = terminal(context)
    with _vault(asked) as setting:
        found = setting.journal.vault.status()
        asked.answer(_status_to_json(found), _status_words(found))


@vault.command("set-passphrase")
def set_passphrase(context: typer.Context) -> None:
    """Ask for a passphrase from now on, instead of the key file."""
    asked = terminal(context)
    with _vault(asked) as setting:
        code = setting.journal.vault.set_passphrase(_new_passphrase(asked))
        _tell_code(asked, code, "From now on the journal is locked until you unlock it.")


@vault.command()
def change(context: typer.Context) -> None:
    """Change the passphrase; nothing that was written is touched."""
    asked = terminal(context)
    with _vault(asked) as setting:
        old = _ask(asked, "Present passphrase")
        setting.journal.vault.change_passphrase(old, _new_passphrase(asked))
        asked.answer({"changed": True}, ["Changed. The recovery code is still the one you have."])


@vault.command()
def unlock(context: typer.Context) -> None:
    """Open private words, also for later commands, until `lock`."""
    asked = terminal(context)
    with _vault(asked) as setting:
        setting.journal.vault.unlock(_ask(asked, "Passphrase"), stay_open=True)
        _note_access(setting, "unlocked private words")
        asked.answer({"locked": False}, ["Unlocked, until you say: longgame vault lock"])


@vault.command()
def lock(context: typer.Context) -> None:
    """Close private words again."""
    asked = terminal(context)
    with _vault(asked) as setting:
        setting.journal.vault.lock()
        asked.answer({"locked": True}, ["Locked."])


@vault.command("recovery-code")
def recovery_code(context: typer.Context) -> None:
    """Make a recovery code in place of the earlier one."""
    asked = terminal(context)
    with _vault(asked) as setting:
        _tell_code(asked, setting.journal.vault.new_recovery_code(), "An earlier code is of no use any more.")


@vault.command()
def recover(context: typer.Context) -> None:
    """Open with the recovery code when the passphrase or the key file is lost, and set a new passphrase."""
    asked = terminal(context)
    with _vault(asked) as setting:
        code = _ask(asked, "Recovery code")
        following = setting.journal.vault.recover(code, _new_passphrase(asked))
        _note_access(setting, "recovered private words")
        _tell_code(asked, following, "Recovered. The code you used is spent.")


@vault.command()
def keyring(context: typer.Context) -> None:
    """Keep the key in the keyring of this machine, so that logging in to it opens the journal."""
    asked = terminal(context)
    with _vault(asked) as setting:
        setting.journal.vault.keep_in_keyring()
        asked.answer({"home": "keyring"}, ["The key is in this machine's keyring now."])


@contextmanager
def _vault(asked: Terminal) -> Iterator[Setting]:
    """The journal, with what the vault refuses said in its own words."""
    from longgame.store.port import VaultLocked, WrongKey

    with open_setting(asked.folder) as setting:
        try:
            yield setting
        except (ValueError, WrongKey, VaultLocked, OSError) as refused:
            asked.refuse(str(refused))


def _ask(asked: Terminal, what: str) -> str:
    """A secret, typed without being shown, or a line of standard input where no person sits."""
    if sys.stdin.isatty():
        return str(typer.prompt(what, hide_input=True, err=True))
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        asked.refuse(f"{what}: nothing was given on standard input")
    return line


def _new_passphrase(asked: Terminal) -> str:
    first = _ask(asked, "New passphrase")
    if sys.stdin.isatty() and _ask(asked, "The same again") != first:
        asked.refuse("the two were not the same; nothing was changed")
    return first


def _note_access(setting: Setting, what: str) -> None:
    from longgame.store.entries import Access

    setting.journal.accesses.note(Access("athlete", what, "command line", setting.clock.now()))


def _tell_code(asked: Terminal, code: str, then: str) -> None:
    asked.answer({"recovery_code": code}, [_WRITE_DOWN, "", f"    {code}", "", then])


def _status_to_json(found: VaultStatus) -> dict[str, Any]:
    return {"home": found.home.value, "locked": found.locked, "recoverable": found.recoverable}


def _status_words(found: VaultStatus) -> list[str]:
    from longgame.store.entries import KeyHome

    opened_by = {
        KeyHome.FILE: "Private words are sealed; a key file in the journal's folder opens them. Whoever can read "
        "the whole folder can read them; a passphrase changes that: longgame vault set-passphrase",
        KeyHome.KEYRING: "Private words are sealed; the keyring of this machine opens them.",
        KeyHome.PASSPHRASE: "Private words are sealed; your passphrase opens them.",
    }
    lines = [opened_by[found.home], "They are locked now." if found.locked else "They are open now."]
    if not found.recoverable:
        lines.append("There is no recovery code yet: longgame vault recovery-code")
    return lines
