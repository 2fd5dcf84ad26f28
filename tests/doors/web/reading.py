"""Pages as somebody hears them."""

from __future__ import annotations

import re
from html import unescape


def text_of(page: str) -> str:
    """The words of a page without its marks, names of pictures included."""
    named = re.sub(r'<svg[^>]*aria-label="([^"]*)"[^>]*>', r" \1 ", page)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", named)))


def links_of(page: str) -> set[str]:
    """Where a page leads, within the app."""
    return {unescape(link) for link in re.findall(r'<a [^>]*href="(/[^"#]*)', page)}
