"""The border to language-tool-python: a text goes out, plain matches come back, in time or not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from ..errors import UsageError
from ..settings import LanguageTool
from .info import is_loopback

if TYPE_CHECKING:
    import language_tool_python

T = TypeVar("T")
_PACKAGE = "language_tool_python"
_LONGEST = 160


class SilentError(Exception):
    """LanguageTool gave no answer, or none that makes sense. The message says which, after its name."""


class DownError(SilentError):
    """The server cannot be reached or is too slow: asking it again at once is of no use."""


class Match(NamedTuple):
    """What LanguageTool matches in a text: code points [start, end). Category and kind go by its own names."""

    rule: str
    category: str
    kind: str
    start: int
    end: int
    message: str
    replacements: tuple[str, ...]


def require() -> None:
    """Raise UsageError where language-tool-python is not installed."""
    if find_spec(_PACKAGE) is None:
        raise UsageError(
            "LanguageTool is asked through language-tool-python, which is not installed",
            remedy="pip install 'copydesk[languagetool]'",
        )


class Client:
    """Asks one server. May be shared between threads."""

    def __init__(self, url: str, asked: LanguageTool, language: str) -> None:
        self.url = url
        self._asked = asked
        self._language = language
        self._lock = threading.Lock()
        self._tool: language_tool_python.LanguageTool | None = None

    def matches(self, text: str) -> list[Match]:
        """What it matches in a text without characters beyond the basic plane, in order.

        Raises SilentError where it gives no answer within the time, or one that makes no sense.
        """
        found = _within(self._asked.timeout, lambda: self._connected().check(text))
        try:
            matches = [_match(each, len(text)) for each in found]
        except (AttributeError, TypeError, ValueError):
            raise SilentError("gave an answer that makes no sense") from None
        return sorted(matches, key=lambda m: (m.start, m.end, m.rule))

    def _connected(self) -> language_tool_python.LanguageTool:
        with self._lock:
            if self._tool is None:
                self._tool = self._connect()
            return self._tool

    def _connect(self) -> language_tool_python.LanguageTool:
        import language_tool_python

        class Tool(language_tool_python.LanguageTool):
            _TIMEOUT = self._asked.timeout  # type: ignore[assignment]

        # What is sent to this machine is not to take the way over a proxy.
        proxies = {"no_proxy": "*"} if is_loopback(self.url) else None
        tool = Tool(self._language, remote_server=self.url.rstrip("/") + "/", proxies=proxies)
        tool.disabled_rules = set(self._asked.disabled_rules)
        tool.enabled_rules = set(self._asked.enabled_rules)
        tool.disabled_categories = set(self._asked.disabled_categories)
        tool.enabled_categories = set(self._asked.enabled_categories)
        tool.picky = self._asked.picky
        return tool


def _match(found: Any, length: int) -> Match:
    """A match as it came. Raises ValueError where it names no rule or a place outside the text."""
    start, end = found.offset, found.offset + found.error_length
    replacements = tuple(found.replacements)
    if not (found.rule_id and found.message and 0 <= start < end <= length):
        raise ValueError(found.rule_id)
    if not all(isinstance(value, str) for value in replacements):
        raise TypeError(found.rule_id)
    return Match(
        found.rule_id, found.category, found.rule_issue_type, start, end, " ".join(found.message.split()), replacements
    )


def _within(seconds: float, call: Callable[[], T]) -> T:
    """What a call gives, if it does so in time. One that does not is left behind in a thread that holds up nobody."""
    outcome: SimpleQueue[T | Exception] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put(call())
        except Exception as error:
            outcome.put(error)

    threading.Thread(target=run, daemon=True, name="languagetool").start()
    try:
        came = outcome.get(timeout=seconds)
    except Empty:
        raise DownError(f"gave no answer within {seconds:g} seconds") from None
    if isinstance(came, Exception):
        raise _said(came, seconds)
    return came


def _said(error: Exception, seconds: float) -> SilentError:
    """An error of language-tool-python, in words for whoever reads the report."""
    cause = error.__cause__
    if isinstance(cause, OSError) and not isinstance(cause, ValueError):
        if "Timeout" in type(cause).__name__:
            return DownError(f"gave no answer within {seconds:g} seconds")
        return DownError("cannot be reached")
    if isinstance(error, ValueError) and "unsupported language" in str(error):
        return SilentError(str(error).replace("unsupported language:", "does not know the language"))
    if type(error).__module__.startswith(_PACKAGE):
        said = " ".join(str(error).split())
        return SilentError(f"answered “{said if len(said) <= _LONGEST else said[: _LONGEST - 1] + '…'}”")
    return SilentError("gave an answer that makes no sense")


def host(url: str) -> str:
    """The host of a server's address, as messages name it."""
    return urlsplit(url).netloc or url
