"""The page at "/", what it loads, and the client for other pages."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from lint.server import pages
from lint.server.app import Service, create
from lint.web import asset, module


def test_the_page_is_there_and_all_that_it_loads(client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    loaded = re.findall(r'(?:src|href)="(assets/[^"]+)"', page.text)
    assert {name.rpartition(".")[2] for name in loaded} == {"css", "js"}
    seen = set()
    while loaded:
        name = loaded.pop()
        seen.add(name)
        answer = client.get(f"/{name}")
        kind = {"css": "text/css", "js": "text/javascript"}[name.rpartition(".")[2]]
        assert (answer.status_code, answer.headers["content-type"]) == (200, f"{kind}; charset=utf-8")
        imported = re.findall(r'^import .* from "\./([^"]+)";$', answer.text, re.MULTILINE)
        loaded += [f"assets/{name}" for name in imported if f"assets/{name}" not in seen]
    assert len(seen) > 10


def test_the_page_may_load_and_ask_its_own_server_only(client) -> None:
    headers = client.get("/").headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "style=" not in client.get("/").text
    assert not re.search(r"<script(?! type=\"module\" src=)|\son\w+=", client.get("/").text)


@pytest.mark.parametrize("path", ["/", "/assets/desk.js"])
def test_what_a_browser_holds_is_not_sent_again(client, path) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "no-cache"
    tag = first.headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "name", ["desk.html", "__init__.py", "..%2f__init__.py", "%2e%2e/version.py", "nothing.js", ""]
)
def test_nothing_else_is_handed_out(client, name) -> None:
    answer = client.get(f"/assets/{name}")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_pages_want_no_token(settings) -> None:
    guarded = TestClient(create(Service(settings, token="secret"), pages=pages.routes()))
    assert guarded.get("/").status_code == guarded.get("/assets/desk.js").status_code == 200
    assert guarded.get("/v1/rules").status_code == 401


@pytest.mark.parametrize(
    ("path", "text"), [("/copydesk.js", module("copydesk.js")), ("/copydesk.d.ts", asset("copydesk.d.ts"))]
)
def test_the_client_is_handed_to_the_origins_that_may_call(settings, path, text) -> None:
    opened = TestClient(create(Service(settings, origins=["https://cms.example"]), pages=pages.routes()))
    answer = opened.get(path, headers={"Origin": "https://cms.example"})
    assert (answer.status_code, answer.text) == (200, text)
    assert answer.headers["access-control-allow-origin"] == "https://cms.example"
    assert "cross-origin-resource-policy" not in answer.headers
    other = opened.get(path, headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in other.headers


def test_pages_are_logged_by_their_documented_paths(client) -> None:
    client.get("/assets/desk.js")
    assert 'route="/assets/{name}"' in client.get("/metrics").text or "/assets/{name}" in client.get("/metrics").text
