"""Which LanguageTool answers at an address, asked without a draft and without language-tool-python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ..errors import ConfigError
from ..settings import LanguageTool
from . import installed

_SECONDS = 3.0
_MOST_BYTES = 100_000


def checked(url: str, place: str = "") -> str:
    """An address as it is used. Raises ConfigError where it is not one of http or https."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or any(c.isspace() for c in url):
        raise ConfigError(f'"{url}" is no address of a server', place=place, remedy="such as http://127.0.0.1:8081")
    return url.rstrip("/").removesuffix("/v2")


def is_loopback(url: str) -> bool:
    """Whether an address is this machine's own."""
    from ipaddress import ip_address

    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def identity(asked: LanguageTool) -> str:
    """Which LanguageTool is asked: another version, another answer. Empty where it does not say."""
    if not asked.url:
        home = installed.place()
        return home.digest() if home.whole() else ""
    import json

    said = software(asked.url)
    return json.dumps(said, sort_keys=True) if said else ""


def software(url: str) -> Mapping[str, Any] | None:
    """What the server says that it is, or None where it does not say."""
    import json

    try:
        said = json.loads(get(url, "info"))["software"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def is_ready(url: str) -> bool:
    """Whether a server answers there."""
    return get(url, "healthcheck") == b"OK"


def get(url: str, action: str, seconds: float = _SECONDS) -> bytes:
    """The body that a server gives for an action, empty where it gives none."""
    from http.client import HTTPException
    from urllib.request import ProxyHandler, build_opener

    opener = build_opener(ProxyHandler({})) if is_loopback(url) else build_opener()
    try:
        with opener.open(f"{url}/v2/{action}", timeout=seconds) as response:
            body: bytes = response.read(_MOST_BYTES)
            return body
    except (OSError, HTTPException, ValueError):
        return b""
