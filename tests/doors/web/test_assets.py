"""What the app ships: vendored scripts as they were vendored, fonts with their licences, and a small first load."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from starlette.testclient import TestClient

from longgame.doors.web.assets import load_assets
from longgame.purpose.intent import Intent

STATIC = Path(__file__).parents[3] / "src/longgame/doors/web/static"
FIRST_LOAD = 120 * 1024


def test_vendored_files_are_those_of_the_manifest() -> None:
    lines = (STATIC / "vendor" / "sha256.txt").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    there = {path.name for path in (STATIC / "vendor").iterdir() if path.suffix in {".js", ".css"}}
    assert set(listed) == there
    assert {name: sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() for name in there} == listed


def test_everything_borrowed_has_its_licence_beside_it() -> None:
    there = [path for folder in ("vendor", "fonts") for path in (STATIC / folder).iterdir()]
    borrowed = {path.stem for path in there if path.suffix in {".js", ".woff2"}}
    licences = {path.name for path in there}
    assert {f"{name}-LICENSE.txt" for name in borrowed} <= licences


def test_the_first_load_is_small(client: TestClient) -> None:
    page = client.get("/", headers={"accept-encoding": "gzip"})
    loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+|/manifest[^"]+)"', page.text))
    sizes = {path: len(b"".join(_raw(client, path))) for path in [*loaded, "/"]}
    assert sum(sizes.values()) < FIRST_LOAD, sizes


def _raw(client: TestClient, path: str) -> list[bytes]:
    with client.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        return list(answer.iter_raw())


def test_every_intent_has_its_hue_in_the_styles() -> None:
    css = load_assets().files["app.css"].content.decode()
    assert all(f'[data-intent="{intent.value}"]' in css for intent in Intent)


def test_our_styles_and_scripts_name_no_other_host() -> None:
    ours = {name: file for name, file in load_assets().files.items() if name.startswith(("app.css", "js/"))}
    assert [name for name, file in ours.items() if re.search(rb"https?://(?!www\.w3\.org/)", file.content)] == []
