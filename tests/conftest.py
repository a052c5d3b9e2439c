"""What holds for all tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def nothing_is_kept_between_tests() -> Iterator[None]:
    """No test finds reports of another, or of the user's: the folder for caches is none. Other processes inherit it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.devnull)
        yield


@pytest.fixture(scope="session")
def missing() -> Callable[[str, str], None]:
    """Skips a test that wants a program that is not here, and fails it in CI, with what it is and how to get it."""

    def missing(what: str, remedy: str) -> None:
        message = f"{what} is not here: {remedy}"
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)

    return missing
