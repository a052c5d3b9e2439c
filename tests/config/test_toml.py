from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.config.toml import TomlFile

TEXT = '''\
# a comment = not a key
title = """
select = "inside a string"
"""
"quoted key" = 1
dotted.inner.key = 2
list = [
  "one",
  'two', # "three"
]
inline = { first = 1, "second part" = 2 }

[table."with/slash"]
a = 1
[[many]]
a = 1
[[many]]
b = 2
[many.below]
c = 3
'''


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(TEXT)
    return TomlFile(path, "a.toml")


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("quoted key",), 5),
        (("dotted", "inner", "key"), 6),
        (("list",), 7),
        (("inline", "second part"), 11),
        (("table", "with/slash"), 13),
        (("table", "with/slash", "a"), 14),
        (("many", "0", "a"), 16),
        (("many", "1", "b"), 18),
        (("many", "1", "below", "c"), 20),
        (("table", "with/slash", "gone"), 13),
    ],
)
def test_lines_of_keys(file, key, line):
    assert file.place(*key) == f"a.toml:{line}"


def test_lines_of_items(file):
    assert file.place("list", item="two") == "a.toml:9"
    assert file.place("list", item="gone") == "a.toml:7"


def test_a_key_that_is_nowhere_gives_the_path_alone(file):
    assert file.place("select") == "a.toml"


@given(
    names=st.lists(st.from_regex(r"[a-z]{1,3}", fullmatch=True), min_size=1, max_size=8, unique=True),
    gaps=st.lists(st.sampled_from(["", "# x = 1", "\t"]), min_size=8, max_size=8),
)
def test_every_key_of_a_flat_file_is_found_on_its_line(tmp_path_factory, names, gaps):
    path = tmp_path_factory.mktemp("toml") / "a.toml"
    lines = [line for name, gap in zip(names, gaps, strict=False) for line in (gap, f'{name} = "[{name}]"')]
    path.write_text("\n".join(lines))
    file = TomlFile(path, "a.toml")
    assert [file.place(name) for name in names] == [f"a.toml:{2 * i + 2}" for i in range(len(names))]
