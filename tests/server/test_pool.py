"""Workers and what they hold: worn ones, ones that do not start, linters for what a request asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lint.server import pool
from lint.server.app import Service, create
from lint.server.limits import Limits
from lint.server.pool import WorkerDiedError
from lint.server.profiles import Ask, Profiles
from lint.settings import Settings

QUICK = {"default": Settings(select=("duplication/word",))}
DATED = '''
from lint.rule import Bad, Good, Option, Severity, rule

@rule("house/dated", severity=Severity.WARNING, why="To see it.", when_not="Never.", source="None.",
      options=[Option("story-date", "", "The day of the story.")], bad=[Bad("bad")], good=[Good("good")])
def dated(page):
    """What day it is taken to be."""
    yield page.finding(0, 1, page.option("story-date", str))
'''


def test_a_worn_worker_gives_way_to_a_fresh_one() -> None:
    with TestClient(create(Service(QUICK, limits=Limits(jobs=2)))) as client:
        for _ in range(5):
            assert client.post("/v1/check", json={"text": "On the the quay."}).json()["summary"]["error"] == 1
        assert 'copydesk_workers_replaced_total{reason="worn"} 2.0' in client.get("/metrics").text


def test_a_service_whose_workers_do_not_start_does_not_start(monkeypatch, caplog) -> None:
    class Dead(pool.Worker):
        def wait(self) -> None:
            raise WorkerDiedError

    monkeypatch.setattr(pool, "Worker", Dead)
    with pytest.raises(WorkerDiedError), TestClient(create(Service(QUICK))):
        pass
    assert "no worker could be started" in caplog.text


def test_linters_are_shared_and_bounded() -> None:
    profiles = Profiles(QUICK)
    first = profiles.linter(Ask("default"))
    assert profiles.linter(Ask("default")) is first
    for day in range(40):
        profiles.linter(Ask("default", story_date=f"2024-05-{day}"))
    assert profiles.linter(Ask("default")) is not first


def test_rules_that_take_a_story_date_get_it(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.toml").write_text('title = "House"')
    (folder / "dated.py").write_text(DATED)
    held = Settings(select=("house",), packs=(folder,), python_packs=(folder,))
    with TestClient(create(Service({"default": held}))) as client:
        answer = client.post("/v1/check", json={"text": "It rained.", "story_date": "2024-05-17"}).json()
        assert [f["message"] for f in answer["findings"]] == ["2024-05-17"]
