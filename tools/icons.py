"""Draw the app's icons, the band, as SVG and as PNG in the sizes that phones ask for. Needs Chromium."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parents[1] / "src/longgame/doors/web/static/icons"
SIZES = (32, 192, 512)
BAND = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#132120"/>
<rect x="12" y="46.5" width="72" height="3" rx="1.500" fill="#42524f"/>
<rect x="22" y="34" width="46" height="28" rx="7" fill="#5fb3a5"/>
<rect x="50" y="21" width="8" height="54" rx="4" fill="#f7f4ec"/></svg>"""


def main() -> None:
    """Write every icon."""
    ICONS.mkdir(parents=True, exist_ok=True)
    (ICONS / "icon.svg").write_text(BAND + "\n", encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{size}px}}</style>{BAND}")
            page.screenshot(path=ICONS / f"icon-{size}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
