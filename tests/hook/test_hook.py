"""The hooks of .pre-commit-hooks.yaml, run by pre-commit at `git commit`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
CLEAN = "The mayor signed the order.\n"
BAD = "The mayor signed the the order.\n"
LEFT = "By noon the last divers had let the water.\n"


def config(snapshot: Any, *hooks: dict[str, Any] | str, installed: bool = False) -> str:
    """A .pre-commit-config.yaml with these hooks.

    Only where `installed` does pre-commit build its environment, which takes a minute; otherwise the hooks run as the
    manifest has them with the copydesk of this environment.
    """
    language = {} if installed else {"language": "system"}
    given = [{"id": hook} if isinstance(hook, str) else hook for hook in hooks]
    repo = {
        "repo": str(snapshot.folder),
        "rev": snapshot.git("rev-parse", "HEAD").strip(),
        "hooks": [{**hook, **language} for hook in given],
    }
    return yaml.safe_dump({"repos": [repo]}, sort_keys=False)


@pytest.fixture
def desk(drafts, snapshot):
    """A repository of drafts with the check as its hook."""
    return with_hooks(drafts, snapshot, "copydesk")


def with_hooks(drafts, snapshot, *hooks, installed=False):
    drafts.write({".pre-commit-config.yaml": config(snapshot, *hooks, installed=installed)})
    ran = drafts.run("pre-commit", "install")
    assert ran.returncode == 0, ran.stdout
    return drafts


def committed(repository) -> list[str]:
    """The files of the last commit, none where there is no commit."""
    ran = repository.run("git", "ls-tree", "-r", "--name-only", "HEAD")
    return ran.stdout.splitlines() if ran.returncode == 0 else []


def test_the_real_thing_from_install_to_commit(drafts, snapshot):
    """pre-commit clones the repository, installs it with all that it needs, and runs both hooks."""
    desk = with_hooks(drafts, snapshot, "copydesk-fix", "copydesk", installed=True)
    desk.write({"story.md": BAD + "\n" + LEFT})
    first = desk.commit()
    assert first.returncode == 1
    assert "story.md: 2 mended" in first.stdout, first.stdout
    assert committed(desk) == []
    assert desk.read("story.md") == CLEAN + "\n" + LEFT.replace("let", "left")
    second = desk.commit()
    assert second.returncode == 0, second.stdout
    assert committed(desk) == [".pre-commit-config.yaml", "story.md"]


def test_a_bad_draft_stops_the_commit_and_shows_the_report(desk):
    desk.write({"story.md": BAD, "page.html": "<p>They sat in the the rain.</p>\n", "wire.TXT": LEFT})
    ran = desk.commit()
    assert ran.returncode == 1
    assert "story.md:1:22: error duplication/word: “the” is set twice." in ran.stdout
    assert "page.html:1:20: error duplication/word" in ran.stdout
    assert "wire.TXT:1:29: error typo/real-word" in ran.stdout
    assert committed(desk) == []


def test_a_clean_draft_passes(desk):
    desk.write({"story.md": CLEAN})
    ran = desk.commit()
    assert ran.returncode == 0, ran.stdout
    assert "story.md" in committed(desk)


def test_what_is_no_draft_is_not_read(desk):
    desk.write({"notes.rst": BAD, "LICENSE": BAD, "data.json": "{}"})
    ran = desk.commit()
    assert ran.returncode == 0, ran.stdout
    assert "no files to check" in ran.stdout


def test_only_what_changed_is_read(desk):
    desk.write({"old.md": BAD})
    desk.git("commit", "-q", "--no-verify", "-m", "Before Copydesk")
    desk.write({"new.md": CLEAN})
    ran = desk.commit()
    assert ran.returncode == 0, ran.stdout


def test_what_the_config_excludes_is_not_read_even_where_it_changed(desk):
    desk.write({"copydesk.toml": 'exclude = ["archive/**"]\n', "archive/old.md": BAD})
    assert desk.commit().returncode == 0
    desk.write({"archive/old.md": BAD + BAD, "new.md": BAD})
    ran = desk.commit()
    assert ran.returncode == 1
    assert "new.md:1:22" in ran.stdout
    assert "archive" not in ran.stdout


def test_the_first_commit_into_an_archive_with_a_baseline_passes_and_then_only_what_is_new_fails(desk):
    desk.write({"archive/one.md": BAD, "archive/two.txt": BAD + "\n" + LEFT})
    wrote = desk.run("copydesk", "baseline", "write", "archive")
    assert "3 known findings in 2 drafts" in wrote.stdout
    desk.write({"copydesk.toml": 'baseline = "copydesk-baseline.json"\n'})
    first = desk.commit()
    assert first.returncode == 0, first.stdout
    assert "archive/two.txt" in committed(desk)
    desk.write({"archive/two.txt": "Crews met at the the gate.\n\n" + BAD + "\n" + LEFT})
    second = desk.commit()
    assert second.returncode == 1
    assert "archive/two.txt:1:18: error duplication/word" in second.stdout
    assert "1 error in 1 file." in second.stdout
    assert "2 known in the baseline" in second.stdout


def test_the_fix_hook_mends_what_is_safe_and_leaves_the_rest(drafts, snapshot):
    desk = with_hooks(drafts, snapshot, "copydesk-fix")
    shown = "“I saw it it,” she said. He was were there.\n"
    desk.write({"story.md": BAD + "\n" + shown})
    first = desk.commit()
    assert first.returncode == 1
    assert "story.md: 1 mended" in first.stdout
    assert desk.read("story.md") == CLEAN + "\n" + shown
    second = desk.commit()
    assert second.returncode == 0, second.stdout


def test_the_second_run_on_a_draft_that_did_not_change_does_not_read_it(drafts, snapshot):
    desk = with_hooks(drafts, snapshot, {"id": "copydesk", "args": ["--verbose"], "verbose": True})
    desk.write({"story.md": "A draft that no other test has.\n"})
    first, second = (desk.run("pre-commit", "run", "--all-files") for _ in range(2))
    assert "cache: 0 of 1 drafts known" in first.stdout
    assert "cache: 1 of 1 drafts known" in second.stdout


def test_a_hook_takes_arguments(drafts, snapshot):
    desk = with_hooks(drafts, snapshot, {"id": "copydesk", "args": ["--fail-on", "never"], "verbose": True})
    desk.write({"story.md": BAD})
    ran = desk.commit()
    assert ran.returncode == 0
    assert "duplication/word" in ran.stdout


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_the_manifest_matches_all_that_is_read(hook):
    import re

    from lint.readers import EXTENSIONS

    assert [e for e in EXTENSIONS if not re.search(hook["files"], f"drafts/a{e.upper()}")] == []
    assert not re.search(hook["files"], "drafts/a.txt.png")
    assert hook["language"] == "python"


def test_the_manifest_is_sound(drafts):
    ran = drafts.run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert ran.returncode == 0, ran.stdout
