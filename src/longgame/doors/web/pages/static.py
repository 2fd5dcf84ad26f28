"""Styles, scripts, fonts and icons, and the few addresses that browsers ask for by themselves."""

from __future__ import annotations

import json

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from longgame.doors.web.assets import Asset
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.visit import Visit, Visiting

router = APIRouter()

FOR_EVER = "public, max-age=31536000, immutable"
CARRIED = ("app.css", "js/app.js", "js/log/", "fonts/atkinson.woff2", "fonts/literata.woff2", "icons/icon.svg")
"""What the logger needs with no signal; the service worker carries it."""
DARK_PAPER, LIGHT_PAPER = "#101517", "#faf8f3"


@router.get("/static/{version}/{name:path}")
async def static(version: str, name: str, visit: Visiting) -> Response:
    """A file under the hash of everything; one of another version is sent on to the one there is.

    Files lie in memory, so no thread is taken for it.
    """
    asset = visit.assets.files.get(name)
    if asset is None:
        raise HTTPException(404)
    if version != visit.assets.version:
        return RedirectResponse(visit.assets.url(name), 307)
    return _response(asset, visit)


def _response(asset: Asset, visit: Visit) -> Response:
    headers = {"cache-control": FOR_EVER}
    packed = asset.packed if "gzip" in visit.request.headers.get("accept-encoding", "") else None
    if packed is not None:
        headers |= {"content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(asset.content if packed is None else packed, media_type=asset.media_type, headers=headers)


@router.get("/favicon.ico", include_in_schema=False)
def favicon(visit: Visiting) -> Response:
    """The band, for browsers that ask for it where it always was."""
    return RedirectResponse(visit.assets.url("icons/icon-32.png"), 307)


@router.get("/sw.js")
def service_worker(visit: Visiting) -> Response:
    """The service worker, told what this version consists of. It stands at the root, for it serves every page."""
    files = [name for name in sorted(visit.assets.files) if name.startswith(CARRIED)]
    told = {"VERSION": visit.assets.version, "FILES": [visit.assets.url(name) for name in files]}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    worker = visit.assets.files["js/sw.js"].content.decode()
    return Response(head + worker, media_type="text/javascript; charset=utf-8", headers={"cache-control": "no-cache"})


@router.get("/offline")
@kept
def offline(visit: Visiting) -> Response:
    """What a phone shows where the journal cannot be reached."""
    return visit.page("offline.html", at="")


@router.get("/manifest.webmanifest")
def manifest(visit: Visiting) -> Response:
    """What a phone needs to know to keep the app on its home screen."""
    url = visit.assets.url
    icons = [
        {"src": url(f"icons/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
    ]
    icons.append({"src": url("icons/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"})
    return JSONResponse(
        {
            "id": "/",
            "name": "longgame",
            "short_name": "longgame",
            "description": visit.words("A training journal that asks whether a session served its purpose."),
            "lang": visit.words.language,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": LIGHT_PAPER,
            "theme_color": LIGHT_PAPER,
            "icons": icons,
        },
        media_type="application/manifest+json",
    )
