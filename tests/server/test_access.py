"""Who may call the service: tokens, origins, and where it listens."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from lint.cli.app import app
from lint.cli.serve import settings_by_profile
from lint.config import Configs, user
from lint.errors import UsageError
from lint.server.app import Service, create

TOKEN = "correct horse"
OPEN = ["/healthz", "/openapi.json", "/v2/healthcheck"]
NATIVE = ["/v1/rules", "/v1/explain/typo/real-word", "/metrics"]
LANGUAGETOOL = ["/v2/languages", "/v2/info", "/v2/maxtextlength", "/v2/configinfo?language=en"]


@pytest.fixture
def guarded(settings) -> TestClient:
    return TestClient(create(Service(settings, token=TOKEN)))


@pytest.mark.parametrize("path", [*NATIVE, *LANGUAGETOOL])
def test_without_the_token_there_is_no_answer(guarded, path) -> None:
    refused = 401 if path in NATIVE else 403
    for header in ("", TOKEN, f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN[:-1]}", f"Bearer {TOKEN}x"):
        assert guarded.get(path, headers={"Authorization": header}).status_code == refused
    assert guarded.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.get(path, headers={"Authorization": f"bearer  {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("path", OPEN)
def test_what_probes_ask_is_open(guarded, path) -> None:
    assert guarded.get(path).status_code == 200


def test_a_refusal_says_what_is_wanted(guarded) -> None:
    answer = guarded.post("/v1/check", json={"text": "a"})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert guarded.get("/openapi.json").json()["security"] == [{"token": []}]


def test_languagetools_clients_bring_the_token_as_their_key(faulty) -> None:
    server = faulty(env={"COPYDESK_TOKEN": TOKEN})
    form = {"language": "en", "text": "On the the quay."}
    assert server.client.post("/v2/check", data=form).status_code == 403
    assert server.client.post("/v2/check", data=form | {"username": "me", "apiKey": TOKEN}).status_code == 200
    header = {"Authorization": f"Bearer {TOKEN}"}
    assert server.client.post("/v1/check", json={"text": "a"}, headers=header).status_code == 200
    assert TOKEN not in server.log


def test_no_page_may_call_unless_its_origin_is_named(settings) -> None:
    asked = {"Origin": "https://cms.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "authorization, content-type"}  # fmt: skip
    closed = TestClient(create(Service(settings)))
    assert "access-control-allow-origin" not in closed.get("/v1/rules", headers=asked).headers
    assert closed.options("/v1/check", headers=asked).status_code == 405
    opened = TestClient(create(Service(settings, origins=["https://cms.example"])))
    preflight = opened.options("/v1/check", headers=asked)
    assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (200, "https://cms.example")
    assert opened.options("/v1/check", headers=asked | {"Origin": "https://other.example"}).status_code == 400
    answer = opened.get("/v1/rules", headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in answer.headers


# the command


def test_it_listens_on_this_machine_only(faulty) -> None:
    assert faulty().url.startswith("http://127.0.0.1:")


def test_being_open_to_the_network_without_a_token_is_warned_of(faulty) -> None:
    assert "wants no token" in faulty("--host", "0.0.0.0").log


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--allow-origin", "cms.example"], 'such as https://cms.example'),
        (["--allow-origin", "https://cms.example/path"], "is no origin"),
        (["--profile", "city"], "NAME=FILE"),
        (["--profile", "city=nowhere.toml"], "no such config"),
        (["--profile", "default=copydesk.toml"], "--config"),
        (["--token-file", "nowhere"], "cannot be read"),
        (["--token-file", "empty"], "empty"),
        (["--timeout", "0"], "--timeout"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_on_one_line(options, said, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "nobody.toml")
    (tmp_path / "copydesk.toml").write_text("")
    (tmp_path / "empty").write_text("\n")
    result = CliRunner().invoke(app, ["serve", *options], prog_name="copydesk")
    assert result.exit_code == 2
    assert said in result.output


def test_a_port_that_is_taken_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", "--isolated", "--port", port], prog_name="copydesk")
    assert result.exit_code == 2
    assert "name another --port" in result.output


def test_profiles_lie_over_the_servers_config(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "nobody.toml")
    (tmp_path / "copydesk.toml").write_text('accept = ["Xanadu"]\nignore = ["wording"]\n')
    (tmp_path / "city.toml").write_text('genre = "feature"\nignore = ["quotes"]\n')
    held = settings_by_profile(Configs(tmp_path), ["city=city.toml"])
    assert list(held) == ["default", "magazine", "opinion", "strict", "wire", "city"]
    assert held["city"].genre == "feature"
    assert held["city"].accept == {"Xanadu"}
    assert {name.partition("/")[0] for name in held["city"].ignore} == {"quotes", "wording"}
    assert held["wire"].accept == {"Xanadu"}
    with pytest.raises(UsageError, match="NAME=FILE"):
        settings_by_profile(Configs(tmp_path), ["=city.toml"])


def test_a_request_may_name_a_profile_of_the_servers(faulty, tmp_path: Path) -> None:
    (tmp_path / "calm.toml").write_text('ignore = ["duplication/word"]\n')
    server = faulty("--profile", f"calm={tmp_path / 'calm.toml'}")
    ask = {"text": "On the the quay."}
    found = [server.client.post("/v1/check", json=ask | more).json() for more in ({}, {"profile": "calm"})]
    assert [len(answer["findings"]) for answer in found] == [1, 0]
    assert found[1]["profile"] == "calm"
