"""Values kept on disk from one run to the next, in one SQLite file in a folder that only its owner can read.

Nothing goes wrong without them: where the file is broken, locked or cannot be written, nothing is kept and no more.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

NAME = "reports-1.sqlite3"
"""The file's name; its number changes with what is kept in it."""
MOST = 64_000_000
"""Bytes of reports that are kept, those used last: some 10,000 articles."""
_KEPT_OF_MOST = 0.75
_PATIENCE = 1.0
_A_DAY = 86_400
_CHECK = 16
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS report (
    key BLOB PRIMARY KEY,
    used INTEGER NOT NULL,
    value BLOB NOT NULL
)
"""
_SIZE = """
SELECT (page_count - freelist_count) * page_size
FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
_DROP = """
DELETE FROM report WHERE key IN (
    SELECT key FROM (SELECT key, sum(length(value)) OVER (ORDER BY used DESC, key) AS upto FROM report) WHERE upto > ?
)
"""


def default_folder() -> Path:
    """The folder for caches of the system's user."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("copydesk", appauthor=False))


class Cache:
    """Values by key, of which those used last are kept. Several processes may use it at once; no call raises.

    `trouble` says why it is not used, and is empty where it is; `found` counts the values that `get` gave.
    """

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.path = folder / NAME
        self.trouble = ""
        self.found = 0
        self._most = most
        self._opened: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Cache, (self.path.parent, self._most)  # each process opens it for itself

    def get(self, key: bytes) -> bytes | None:
        """The value that was put under a key, or None."""
        for value, used in self._run("SELECT value, used FROM report WHERE key = ?", (key,)):
            now = int(time.time())
            if now - used > _A_DAY:
                self._run("UPDATE report SET used = ? WHERE key = ?", (now, key))
            # A page that was damaged on disk may still read as a row.
            if isinstance(value, bytes) and value[:_CHECK] == _check(key, value[_CHECK:]):
                self.found += 1
                return value[_CHECK:]
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        row = (key, int(time.time()), _check(key, value) + value)
        self._run("INSERT OR REPLACE INTO report (key, used, value) VALUES (?, ?, ?)", row)

    def prune(self) -> None:
        """Drop what was not used for longest, where there is more than is to be kept."""
        for (size,) in self._run(_SIZE):
            if size > self._most:
                self._run(_DROP, (self._most * _KEPT_OF_MOST,))

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement gives; none where the file cannot be used."""
        if self.trouble:
            return []
        try:
            if self._opened is None:
                self._opened = self._open()
            return self._opened.execute(statement, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            self.trouble = f"{self.path}: {error}"
            self.close()
            if getattr(error, "sqlite_errorcode", None) in _BROKEN:
                self._remove()
            return []

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = NORMAL")
        opened.execute(_SCHEMA)
        return opened

    def _remove(self) -> None:
        """Take a broken file away, so that the next run begins a new one."""
        for ending in ("", "-wal", "-shm"):
            try:
                self.path.with_name(NAME + ending).unlink(missing_ok=True)
            except OSError as error:
                self.trouble = f"{self.path}: {error}"


def _check(key: bytes, value: bytes) -> bytes:
    return sha256(key + value).digest()[:_CHECK]
