"""Remake the pictures of the documentation from the demo's journal: phone and desk, light and dark. Needs Chromium."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
JOURNAL = ROOT / ".demo" / "journal"
TODAY = "2021-07-22"
PHONE, DESK = (390, 844), (1180, 800)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"]


def longgame(*arguments: str) -> list[str]:
    """The command that a person types."""
    return [sys.executable, "-m", "longgame", "--journal", str(JOURNAL), *arguments]


def review_of(day: str) -> str:
    """The address of a day's review."""
    printed = subprocess.run(longgame("--json", "review", day), check=True, capture_output=True, text=True).stdout
    return f"/review/{json.loads(printed)['session']['id']}"


@contextmanager
def served() -> Iterator[str]:
    """The app on the demo's journal; its address."""
    command = longgame("--json", "serve", "--port", "0", "--on", TODAY)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        lines = []
        while not lines or lines[-1].strip() != "}":
            lines.append(running.stdout.readline())
        yield json.loads("".join(lines))["address"].rstrip("/")
        running.terminate()


def shoot(browser: Browser, address: str, name: str, size: tuple[int, int], scheme: str) -> None:
    """One picture."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("main:not(:has(.waits-band))")
    page.wait_for_timeout(600)
    page.screenshot(path=IMAGES / f"{name}.png")
    context.close()
    print(f"docs/images/{name}.png")


def main() -> None:
    """Take every picture."""
    subprocess.run([sys.executable, str(ROOT / "examples" / "demo.py")], check=True, stdout=subprocess.DEVNULL)
    pages = {
        "today": "/",
        "calendar": "/calendar",
        "plan": "/plan",
        "review-ride": review_of("2015-07-16"),
        "review-lifts": review_of("2021-07-21"),
    }
    wanted = (
        ("today", PHONE, "light"),
        ("today", DESK, "dark"),
        ("review-ride", DESK, "light"),
        ("review-lifts", PHONE, "dark"),
        ("calendar", DESK, "light"),
        ("plan", DESK, "dark"),
    )
    with served() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for name, size, scheme in wanted:
            shoot(
                browser, address + pages[name], f"{name}-{'phone' if size == PHONE else 'desk'}-{scheme}", size, scheme
            )
        browser.close()


if __name__ == "__main__":
    main()
