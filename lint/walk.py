"""Files, folders and patterns on a command line to the drafts that they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .config.globs import Globs, is_glob
from .config.places import absolute
from .config.said import Said
from .errors import UsageError
from .finding import Problem
from .readers import EXTENSIONS, format_of

Excluded = Callable[[Path], bool]


class Found(NamedTuple):
    """Drafts as they are to be shown, and folders that could not be read."""

    drafts: Sequence[str]
    problems: Sequence[Problem] = ()


def find(paths: Sequence[str], excluded: Excluded, *, any_format: bool = False) -> Found:
    """The drafts that paths name, sorted, each once.

    A file is taken as it is named; `any_format` takes one of any extension. A folder gives the drafts in it that
    .gitignore does not leave out, that are not hidden, and that `excluded` (asked with an absolute path) lets pass;
    links to folders are not followed. A pattern that is no file's name is matched the same way.
    Raises UsageError for a path that is not there and a file whose format is not known.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        drafts = _drafts(path, _Walk(excluded, problems), any_format)
        for draft in sorted(drafts, key=lambda d: (Path(d).is_symlink(), d)):
            found.setdefault(os.path.realpath(draft), draft)
    return Found(sorted(found.values()), problems)


def _drafts(path: str, walk: _Walk, any_format: bool) -> Iterator[str]:
    place = Path(path)
    if place.is_dir():
        yield from map(str, walk(place))
    elif place.exists():
        if not any_format:
            format_of(path)
        yield str(place)
    elif is_glob(path):
        matched = list(_matching(path, walk))
        if not matched:
            raise UsageError(
                "the pattern matches no draft", place=path, remedy=f"drafts end in {', '.join(EXTENSIONS)}"
            )
        yield from matched
    else:
        raise UsageError(
            "no such file or folder", place=path, remedy="name a draft, a folder of drafts, or - for input"
        )


def _matching(pattern: str, walk: _Walk) -> Iterator[str]:
    """Drafts under the part of a pattern that is plain, which match the whole of it."""
    parts = Path(pattern).parts
    plain = next(i for i, part in enumerate(parts) if is_glob(part))
    root = Path(*parts[:plain])
    if not root.is_dir():
        return
    globs = Globs([Said(Path(absolute(root), *parts[plain:]).as_posix(), "")])
    for draft in walk(root):
        if globs.match(absolute(draft)):
            yield str(draft)


class _Walk:
    """Goes through folders, noting those that cannot be read."""

    def __init__(self, excluded: Excluded, problems: list[Problem]) -> None:
        self._excluded = excluded
        self._problems = problems

    def __call__(self, folder: Path) -> Iterator[Path]:
        import ignore

        walk = ignore.WalkBuilder(folder)
        # What is left out may not hang on whose machine it is, or on whether the folder is a git checkout.
        entries = iter(walk.git_global(False).ignore(False).require_git(False).build())
        while True:
            try:
                path = next(entries).path()
            except StopIteration:
                return
            except ignore.Error as error:
                self._problems.append(Problem(f"a folder cannot be read: {error}", path=str(folder)))
                continue
            if path.suffix.lower() in EXTENSIONS and path.is_file() and not self._excluded(absolute(path)):
                yield path
