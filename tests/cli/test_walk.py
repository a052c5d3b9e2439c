from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint import walk
from lint.errors import UsageError


@pytest.fixture
def tree(desk):
    for name in (
        "a.txt", "b.MD", "c.png", "no-extension", ".hidden.txt", ".hidden/d.txt", "city/e.html", "city/f.skip.txt",
        "city/deep/g.txt", "drafts/h.txt", "s p.txt",
    ):  # fmt: skip
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (desk / ".gitignore").write_text("*.skip.txt\n/drafts/\n")
    return desk


def find(*paths, excluded=lambda _: False, **options):
    return list(walk.find([str(p) for p in paths], excluded, **options).drafts)


def test_a_folder_gives_its_drafts_sorted(tree):
    assert find(".") == ["a.txt", "b.MD", "city/deep/g.txt", "city/e.html", "s p.txt"]


def test_paths_are_shown_as_they_were_given(tree):
    assert find("city") == ["city/deep/g.txt", "city/e.html"]
    assert find(tree / "city/e.html") == [str(tree / "city/e.html")]
    os.chdir("city")
    assert find("../a.txt", ".") == ["../a.txt", "deep/g.txt", "e.html"]


def test_each_draft_is_named_once(tree):
    assert find("a.txt", "./a.txt", "city", "city/e.html", tree / "a.txt") == [
        "a.txt",
        "city/deep/g.txt",
        "city/e.html",
    ]


def test_a_draft_named_by_itself_is_read_even_where_folders_leave_it_out(tree):
    assert find("drafts/h.txt", ".hidden.txt", excluded=lambda _: True) == [".hidden.txt", "drafts/h.txt"]


def test_excluded_drafts_are_asked_about_by_absolute_path(tree):
    asked: list[Path] = []
    assert find("city", excluded=lambda p: asked.append(p) or p.suffix == ".html") == ["city/deep/g.txt"]
    assert sorted(asked) == [tree / "city/deep/g.txt", tree / "city/e.html"]


@pytest.mark.parametrize(
    ("pattern", "drafts"),
    [
        ("*.txt", ["a.txt", "s p.txt"]),
        ("**/*.txt", ["a.txt", "city/deep/g.txt", "s p.txt"]),
        ("city/**", ["city/deep/g.txt", "city/e.html"]),
        ("cit[y]/?.html", ["city/e.html"]),
        ("../desk/*.txt", ["../desk/a.txt", "../desk/s p.txt"]),
    ],
)
def test_patterns_that_the_shell_left_alone(tree, pattern, drafts):
    assert find(pattern) == drafts


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree):
    (tree / "[a].txt").write_text("")
    assert find("[a].txt") == ["[a].txt"]


def test_links_that_go_in_circles(tree):
    (tree / "city/loop").symlink_to("..")
    (tree / "city/self.txt").symlink_to("self.txt")
    (tree / "city/gone.txt").symlink_to("nowhere.txt")
    assert find("city") == ["city/deep/g.txt", "city/e.html"]


def test_a_linked_draft_is_read_once_under_its_own_name(tree):
    (tree / "0.txt").symlink_to("a.txt")
    assert find(".")[0] == "a.txt"
    assert "0.txt" not in find(".")


def test_names_that_are_no_unicode(tree):
    path = Path(os.fsdecode(b"city/\xff.txt"))
    try:
        path.write_text("")
    except OSError:
        pytest.skip("this file system holds no such names")
    assert str(path) in find("city")


def test_any_format_is_for_files_named_by_themselves(tree):
    assert find("no-extension", any_format=True) == ["no-extension"]
    assert "no-extension" not in find(".", any_format=True)


@pytest.mark.parametrize("path", ["c.png", "no-extension", "nowhere", "nowhere/*.txt", "*.rtf"])
def test_what_is_no_draft_is_named(tree, path):
    with pytest.raises(UsageError) as caught:
        find(path)
    assert caught.value.place == path
    assert caught.value.remedy
