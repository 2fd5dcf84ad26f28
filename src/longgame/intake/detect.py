"""What a file is, told by its bytes; its name may only settle what they leave open."""

from __future__ import annotations

from collections.abc import Callable

from longgame.intake.codes import IntakeCode
from longgame.intake.model import Reader
from longgame.kernel.diagnostics import Diagnostic, Severity

HEAD_BYTES = 65_536
"""How much of a file, decompressed, is looked at."""

Recognise = Callable[[bytes, str], Reader | None]
"""Finds the reader for a file's first bytes and its name, or None."""

_NOT_TRAINING: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF"),
    (b"RIFF", "a picture or a film"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x00\x05\x16\x07", "a shadow file that macOS leaves in archives"),
    (b"Bud1", "a folder's window settings"),
    (b"\x00\x00\x00\x01Bud1", "a folder's window settings"),
)
_SHADOWS = ("__MACOSX/",)
_SHADOW_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_EXTENSIONS = {
    "fit": frozenset({"fit"}),
    "tcx": frozenset({"tcx"}),
    "gpx": frozenset({"gpx"}),
}


_ABOUT_AN_ACCOUNT = (
    *("applications", "bikes", "blocks", "clubs", "comments", "components", "connected_apps", "contacts"),
    *("email_preferences", "events", "favorites", "flags", "followers", "following", "general_preferences"),
    *("global_challenges", "group_challenges", "goals", "local_legend_segments", "logins", "media", "memberships"),
    *("metering", "mobile_device_identifiers", "orders", "partner_opt_outs", "posts", "privacy_zones", "profile"),
    *("reactions", "routes", "segments", "shoes", "social_settings", "starred_routes", "starred_segments"),
    *("support_tickets", "visibility_settings", "intercom_tickets", "kudos", "messaging", "monthly_recap_achievements"),
    *("photos", "segment_feedback", "structured_details"),
)
"""Lists about an account and not about training, which Strava puts beside its list of activities."""


def about_an_account(shown: str) -> bool:
    """Whether a file that no reader knows goes by the name of a list about an account, inside an archive."""
    folders, _, name = shown.rpartition("/")
    return ".zip" in folders.lower() and name.lower().removesuffix(".csv").removesuffix(".json") in _ABOUT_AN_ACCOUNT


def not_training(head: bytes, shown: str) -> str | None:
    """What a file is that certainly holds no training, such as a picture in an archive; None when it may."""
    name = shown.rsplit("/", 1)[-1].lower()
    if name in _SHADOW_NAMES or any(mark in shown for mark in _SHADOWS):
        return "a file of the operating system"
    if head[4:8] == b"ftyp":
        return "a film or a picture"
    return next((what for magic, what in _NOT_TRAINING if head.startswith(magic)), None)


def name_says_other(reader: Reader, name: str) -> Diagnostic | None:
    """A note when a device file's extension is that of another device format."""
    parts = name.lower().removesuffix(".gz").rsplit(".", 1)
    extension = parts[1] if len(parts) == 2 else ""
    expected = _EXTENSIONS.get(reader.name, frozenset())
    every = frozenset().union(*_EXTENSIONS.values())
    if not expected or extension in expected or extension not in every:
        return None
    return Diagnostic(
        IntakeCode.OTHER_NAME, Severity.NOTE, f"the name ends in .{extension}, the content is {reader.name.upper()}"
    )
