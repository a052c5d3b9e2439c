"""The desk, a page for people at "/", with its style and scripts, and the client that other pages load."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..web import asset, module, names

_PAGE = "desk.html"
_CLIENT = "copydesk.js"
_CLIENT_TYPES = "copydesk.d.ts"
_TYPES = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".ts": "text/plain"}
# The page loads what this server hands out and asks this server alone; no string becomes markup.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_EVERYWHERE = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_OWN = {"Cross-Origin-Resource-Policy": "same-origin"}
_OF_PAGE = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


def routes() -> list[BaseRoute]:
    """The page, what it loads, and the client. They hold nothing secret and want no token."""
    page = _File(_PAGE, asset(_PAGE), _EVERYWHERE | _OWN | _OF_PAGE)
    own = [name for name in names() if not name.endswith(".html") and name != _CLIENT]
    loaded = {name: _File(name, asset(name), _EVERYWHERE | _OWN) for name in own}
    # Whether another origin's page may load these is up to CORS, as with every path.
    client = _File(_CLIENT, module(_CLIENT), _EVERYWHERE)
    types = _File(_CLIENT_TYPES, asset(_CLIENT_TYPES), _EVERYWHERE)
    return [
        Route("/", page.answer),
        Route("/assets/{name}", _one_of(loaded)),
        Route(f"/{_CLIENT}", client.answer),
        Route(f"/{_CLIENT_TYPES}", types.answer),
    ]


class _File:
    """A file as an answer, or word that what the browser holds is still right."""

    def __init__(self, name: str, text: str, headers: Mapping[str, str]) -> None:
        self._body = text.encode()
        self._type = _TYPES[name[name.rindex(".") :]]
        self._headers = {**headers, "ETag": f'"{sha256(self._body).hexdigest()[:32]}"'}

    async def answer(self, request: Request) -> Response:
        """200 with the file, or 304."""
        held = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
        if self._headers["ETag"] in held:
            return Response(status_code=304, headers=self._headers)
        return Response(self._body, headers=self._headers, media_type=self._type)


def _one_of(files: Mapping[str, _File]) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        file = files.get(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        return await file.answer(request)

    return answer
