"""The LanguageTool that `copydesk languagetool install` has put into the user's data folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ..errors import UsageError

VERSION = "6.8"
"""The release that is assembled; `pom.xml` names it too."""
INSTALL = "copydesk languagetool install"
_LIST = "jars.sha256"
_LIB = "lib"


class Installed(NamedTuple):
    """A folder with all that the server needs: jars, and a list of them with their sums."""

    folder: Path

    @property
    def jars(self) -> Path:
        """The folder of the jars."""
        return self.folder / _LIB

    def listed(self) -> dict[str, str]:
        """The sum of each jar by its name, as noted when they were put here; none where nothing was."""
        try:
            lines = (self.folder / _LIST).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return {}
        return {name: total for total, _, name in (line.partition("  ") for line in lines) if name}

    def note(self) -> None:
        """Write the list of the jars that are here."""
        lines = [f"{_sum(path)}  {path.name}\n" for path in sorted(self.jars.glob("*.jar"))]
        (self.folder / _LIST).write_text("".join(lines), encoding="utf-8")

    def whole(self) -> bool:
        """Whether all jars of the list are here. Their sums are not looked at: that would take a second."""
        listed = self.listed()
        return bool(listed) and all((self.jars / name).is_file() for name in listed)

    def damaged(self) -> list[str]:
        """The jars of the list that are missing or are not what they were, sorted."""
        return sorted(n for n, total in self.listed().items() if not _is(self.jars / n, total))

    def digest(self) -> str:
        """What is here, in short: other jars, another digest."""
        return sha256(repr(sorted(self.listed().items())).encode()).hexdigest()

    def bytes(self) -> int:
        """How much the jars take."""
        return sum(path.stat().st_size for path in self.jars.glob("*.jar"))


def home() -> Path:
    """The folder for the data of the system's user."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("copydesk", appauthor=False))


def place() -> Installed:
    """Where it is put, whether or not it is there."""
    return Installed(home() / f"languagetool-{VERSION}")


def require() -> Installed:
    """It, as it is there. Raises UsageError where it is not, or not whole."""
    installed = place()
    if installed.whole():
        return installed
    if installed.folder.exists():
        raise UsageError("LanguageTool is not whole", place=str(installed.folder), remedy=f"{INSTALL} --again")
    raise UsageError("LanguageTool is not installed", place=str(installed.folder), remedy=INSTALL)


def _is(path: Path, total: str) -> bool:
    return path.is_file() and _sum(path) == total


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
