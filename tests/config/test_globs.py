from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from lint.config.globs import Globs, anchored, is_glob
from lint.config.said import Said


def matches(pattern: str, path: str, base: str = "/desk") -> bool:
    return Globs(anchored(Path(base), [Said(pattern, "")])).match(Path(base, path))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt"),
        ("*.txt", "deep/er/a.txt"),
        ("opinion", "opinion/a/b.txt"),
        ("opinion/", "city/opinion/b.txt"),
        ("/opinion", "opinion/b.txt"),
        ("./city/*.txt", "city/a.txt"),
        ("city/**", "city/a/b.txt"),
        ("city/**/x.txt", "city/x.txt"),
        ("city/**/x.txt", "city/a/b/x.txt"),
        ("**/x.txt", "x.txt"),
        ("draft-?.txt", "draft-1.txt"),
        ("draft-[0-9].txt", "draft-1.txt"),
        ("draft-[!a-z].txt", "draft-1.txt"),
        ("[]x].txt", "].txt"),
        ("[^x].txt", "é.txt"),
        ("a[b.txt", "a[b.txt"),
        ("a+(b).txt", "a+(b).txt"),
    ],
)
def test_matching(pattern, path):
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt.md"),
        ("/opinion", "city/opinion/b.txt"),
        ("opinion/", "opinion"),
        ("opinion", "opinions/a.txt"),
        ("city/*.txt", "x/city/a.txt"),
        ("city/*.txt", "city/a/b.txt"),
        ("draft-?.txt", "draft-/.txt"),
        ("draft-[!1].txt", "draft-/.txt"),
        ("a+b.txt", "aab.txt"),
    ],
)
def test_not_matching(pattern, path):
    assert not matches(pattern, path)


def test_the_folder_of_the_config_is_no_pattern():
    assert matches("*.txt", "a.txt", base="/[d]esk*")
    assert not Globs(anchored(Path("/d*"), [Said("a.txt", "")])).match(Path("/desk/a.txt"))


def test_a_hostile_pattern_takes_no_longer_than_any_other():
    start = perf_counter()
    assert not matches("*a" * 200 + "b", "a" * 4_000)
    assert perf_counter() - start < 5


def test_names_that_are_no_unicode_do_not_stop_it():
    assert matches("*.txt", "\udcff.txt")


def test_what_is_a_pattern():
    assert [is_glob(p) for p in ("a*.txt", "a?.txt", "[ab].txt", "a.txt")] == [True, True, True, False]
