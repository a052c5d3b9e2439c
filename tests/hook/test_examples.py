"""The ready-made examples: what they have run is run here, on the newsroom's drafts."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

from lint.cli.app import app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NEWSROOM = EXAMPLES / "newsroom"
GITHUB = yaml.safe_load((EXAMPLES / "github" / "copydesk.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((EXAMPLES / "gitlab" / ".gitlab-ci.yml").read_text(encoding="utf-8"))


@pytest.fixture
def newsroom(drafts):
    """The newsroom as a repository, without its hooks."""
    shutil.copytree(NEWSROOM, drafts.folder, dirs_exist_ok=True)
    (drafts.folder / ".pre-commit-config.yaml").unlink()
    assert drafts.commit().returncode == 0
    return drafts


def step(job: str, name: str) -> str:
    """What a step of the GitHub workflow runs."""
    (found,) = (s["run"] for s in GITHUB["jobs"][job]["steps"] if s.get("name") == name)
    return found


def shell(repository, script: str):
    return repository.run("bash", "-eo", "pipefail", "-c", script)


# GitHub


@pytest.fixture
def branch(newsroom):
    """A branch off what the remote has, on which one draft was changed, one taken away and one excluded changed."""
    newsroom.git("update-ref", "refs/remotes/origin/main", "HEAD")
    newsroom.git("checkout", "-q", "-b", "story")
    newsroom.write({"opinion/a new bench.md": "They met in the the rain.\n", "README.md": "It is the the end.\n"})
    newsroom.git("rm", "-q", "news/market.md")
    assert newsroom.commit().returncode == 0
    return newsroom


def test_github_annotates_the_drafts_that_changed(branch):
    ran = shell(branch, "export GITHUB_BASE_REF=main\n" + step("annotate", "Check the drafts that changed"))
    assert ran.returncode != 0
    annotation, summary = ran.stdout.splitlines()
    assert annotation.startswith("::error file=opinion/a new bench.md,line=1,")
    assert summary == "Copydesk: 1 error in 1 file."


def test_github_passes_where_no_draft_changed(newsroom):
    newsroom.git("update-ref", "refs/remotes/origin/main", "HEAD")
    ran = shell(newsroom, "export GITHUB_BASE_REF=main\n" + step("annotate", "Check the drafts that changed"))
    assert (ran.returncode, ran.stdout) == (0, "")


def test_github_uploads_what_was_written(newsroom):
    ran = shell(newsroom, step("scan", "Check all drafts"))
    assert ran.returncode == 0, ran.stdout
    (upload,) = (s["with"] for s in GITHUB["jobs"]["scan"]["steps"] if "upload-sarif" in s.get("uses", ""))
    log = json.loads(newsroom.read(upload["sarif_file"]))
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"duplication/word", "house/town-hall"}
    assert GITHUB["jobs"]["scan"]["permissions"]["security-events"] == "write"


# GitLab


def test_gitlab_reports_and_fails(newsroom):
    job = GITLAB["copydesk"]
    ran = shell(newsroom, "\n".join(job["script"]))
    assert ran.returncode == 1
    assert "news/market.md:5:50: error duplication/word" in ran.stdout
    report = ElementTree.fromstring(newsroom.read(job["artifacts"]["reports"]["junit"]))
    assert report.findall(".//failure")


# the newsroom


def test_what_the_newsroom_shows_runs(newsroom):
    text = (NEWSROOM / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- commands -->\n```sh\n(.*?)```", text, re.DOTALL)
    ran = {line: shell(newsroom, line) for line in block.splitlines()}
    assert [done.returncode for done in ran.values()] == [1, 0, 0, 0, 0], [done.stdout for done in ran.values()]
    assert "Not shown: 2 known in the baseline." in ran["copydesk check archive             # nothing new there"].stdout


def test_the_newsrooms_files_are_all_named_in_its_readme():
    text = (NEWSROOM / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in NEWSROOM.iterdir() if p.name != "README.md" and f"`{p.name}" not in text] == []


def test_the_newsrooms_baseline_is_what_would_be_written(newsroom):
    before = newsroom.read("copydesk-baseline.json")
    assert newsroom.run("copydesk", "baseline", "write", "archive").returncode == 0
    assert newsroom.read("copydesk-baseline.json") == before


def test_the_newsrooms_hooks_mend_and_then_stop_for_a_person(drafts, snapshot):
    """As set up by the newsroom's README, with this checkout in place of the address."""
    shutil.copytree(NEWSROOM, drafts.folder, dirs_exist_ok=True)
    held = yaml.safe_load(drafts.read(".pre-commit-config.yaml"))
    (repo,) = held["repos"]
    repo.update(repo=str(snapshot.folder), rev=snapshot.git("rev-parse", "HEAD").strip())
    repo["hooks"] = [{**hook, "language": "system"} for hook in repo["hooks"]]
    drafts.write({".pre-commit-config.yaml": yaml.safe_dump(held)})
    assert drafts.run("pre-commit", "install").returncode == 0
    first = drafts.commit()
    assert first.returncode == 1
    assert "news/market.md: 3 mended" in first.stdout
    second = drafts.commit()
    assert second.returncode == 1
    assert "news/market.md:7:64: warning duplication/word" in second.stdout
    drafts.write({"news/market.md": drafts.read("news/market.md").replace("lost lost", "lost")})
    third = drafts.commit()
    assert third.returncode == 0, third.stdout


def test_a_config_for_hooks_is_one_that_pre_commit_takes(drafts):
    ran = drafts.run("pre-commit", "validate-config", str(NEWSROOM / ".pre-commit-config.yaml"))
    assert ran.returncode == 0, ran.stdout


def test_the_release_that_is_named_is_this_one():
    version = CliRunner().invoke(app, ["--version"]).output.split()[1]
    texts = [
        GITHUB["env"]["COPYDESK"],
        GITLAB["variables"]["COPYDESK"],
        (NEWSROOM / ".pre-commit-config.yaml").read_text(),
    ]
    assert [text for text in texts if f"v{version}" not in text] == []
