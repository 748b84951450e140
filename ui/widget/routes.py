"""Serves the widget's script, and the page that shows it and builds its tag."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Request, Response

from ui.widget.script import widget_script

router = APIRouter(include_in_schema=False)

_YEAR = 31_536_000
#: An address without a version gives the newest script after so many seconds.
_SHORT = 300
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_TYPES |= {".png": "image/png", ".html": "text/html; charset=utf-8"}

#: The demo page runs and loads what this server has, and nothing else; no inline script or style.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'"
)


@router.api_route("/widget.js", methods=["GET", "HEAD"])
def script(request: Request, v: str = "") -> Response:
    """The script. With its version in the address it may be kept for good, else for minutes."""
    found = widget_script()
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    etag = f'"{found.version}{"-gzip" if zipped else ""}"'
    age = f"max-age={_YEAR}, immutable" if v == found.version else f"max-age={_SHORT}"
    headers = {
        "cache-control": f"public, {age}",
        "cross-origin-resource-policy": "cross-origin",
        "etag": etag,
        "vary": "accept-encoding",
    }
    asked = request.headers.get("if-none-match", "").replace("W/", "")
    if etag in (each.strip() for each in asked.split(",")):
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["content-encoding"] = "gzip"
    body = found.compressed if zipped else found.body
    return Response(body, headers=headers, media_type=_TYPES[".js"])


@router.get("/widget")
def demo() -> Response:
    """The page that shows every option and builds the tag to copy."""
    found = widget_script()
    page = _shipped()["index.html"].decode()
    for name, value in {"VERSION": found.version, "INTEGRITY": found.integrity}.items():
        page = page.replace(name, escape(value))
    return Response(
        page,
        headers={"content-security-policy": _POLICY, "cache-control": "no-cache"},
        media_type=_TYPES[".html"],
    )


@router.get("/widget/{name}")
def beside(name: str) -> Response:
    """The demo page's style, script and pictures."""
    content = _shipped().get(name)
    suffix = name[name.rfind(".") :]
    if content is None or suffix == ".html":
        raise HTTPException(404)
    return Response(
        content, headers={"cache-control": f"public, max-age={_SHORT}"}, media_type=_TYPES[suffix]
    )


@cache
def _shipped() -> dict[str, bytes]:
    folder = files("ui.widget") / "demo"
    kept = [each for each in folder.iterdir() if each.name[each.name.rfind(".") :] in _TYPES]
    return {each.name: each.read_bytes() for each in kept}
