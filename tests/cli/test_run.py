from __future__ import annotations

import pytest

from lint import packs, run
from lint.config import Resolved
from lint.settings import Settings


@pytest.fixture
def drafts(desk):
    for i in range(7):
        (desk / f"{i}.txt").write_text(f"Draft {i} is is here." + "!" * i, encoding="utf-8")
    (desk / "5.txt").write_bytes(b"\xff")
    return [run.Task(f"{i}.txt", i % 2) for i in range(7)]


def whole(tasks, catalogue):
    settings = [Settings(select=("demo",)), Settings(select=("demo/twice",))]
    return run.Run(tasks, [Resolved(held, catalogue) for held in settings])


def test_each_draft_is_read_under_its_own_settings(drafts, catalogue):
    report = run.check(whole(drafts, catalogue))
    assert [file.path for file in report.files] == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "6.txt"]
    assert [len(file.findings) for file in report.files] == [1, 1, 2, 1, 2, 2]


def test_a_draft_that_cannot_be_read_is_a_problem_and_the_others_go_on(drafts, catalogue):
    report = run.check(whole([*drafts, run.Task("nowhere.txt")], catalogue))
    assert [p.path for p in report.problems] == ["5.txt", "nowhere.txt"]
    assert report.problems[1].message.startswith("cannot be read: ")
    assert run.unread(report)


def test_progress_counts_every_draft(drafts, catalogue):
    done: list[int] = []
    run.check(whole(drafts, catalogue), progress=done.append)
    assert sum(done) == len(drafts)


def test_no_drafts(catalogue):
    report = run.check(whole([], catalogue), jobs=4)
    assert (list(report.files), report.problems) == ([], [])
    assert not run.unread(report)


def test_what_was_piped_in_needs_no_file(catalogue):
    report = run.check(whole([run.Task("x/y.txt", 0, "plain", b"It is is.")], catalogue))
    assert [f.rule for f in report.files[0].findings] == ["demo/twice"]


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_writes_nothing(drafts, desk, catalogue, unsafe):
    before = (desk / "4.txt").read_bytes()
    outcomes = list(run.fix(whole(drafts, catalogue), unsafe=unsafe))
    assert (desk / "4.txt").read_bytes() == before
    fixed = outcomes[4]
    assert isinstance(fixed, run.FixedFile)
    assert fixed.data == (b"Draft 4 is here.!" if unsafe else b"Draft 4 is here.!!!!")


def test_several_processes_give_the_same_report_in_the_same_order(drafts, monkeypatch):
    # Other processes load the rules that ship, so this one must too.
    monkeypatch.undo()
    shipped = packs.load()
    texts = ["Rain fell on the the county.", "All is well.", "She chose to to stay.", "He said that that was it."]
    tasks = [run.Task(f"{i:02}.txt", i % 2, "plain", texts[i % 4].encode()) for i in range(12)]
    tasks.append(run.Task("12.txt", 0, "plain", b"\xff"))
    settings = [Settings(select=("duplication/word",)), Settings(select=("whitespace", "duplication/word"))]
    work = run.Run(tasks, [Resolved(held, shipped) for held in settings])
    done: list[int] = []
    alone, together = run.check(work, jobs=1), run.check(work, jobs=2, progress=done.append)
    assert together == alone
    assert sum(done) == 13
    assert sum(len(file.findings) for file in alone.files) == 6
