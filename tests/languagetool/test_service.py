"""The HTTP service with LanguageTool behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lint.cli.serve import _with_languagetool, settings_by_profile
from lint.config import Configs, Layer, Said
from lint.server.app import Service, create

TEXT = "🎉 She had once stayed."


@pytest.fixture
def client(fake) -> Iterator[TestClient]:
    fake.knows(("had once",), replacements=("could have",))
    told = Layer(Path.cwd(), languagetool={"where": Said(fake.url, "command line")})
    settings = settings_by_profile(Configs(Path.cwd(), isolated=True, command_line=told), ())
    with TestClient(create(Service(_with_languagetool(settings, 20.0), 1))) as client:
        yield client


def test_the_service_asks(client, fake) -> None:
    response = client.post("/v1/check", json={"text": TEXT, "offset_unit": "utf16"}).json()
    (finding,) = response["findings"]
    assert (finding["rule"], finding["start"]["offset"]) == ("languagetool/COULD_OF", 7)
    assert finding["fixes"][0]["safety"] == "show"
    assert client.post("/v1/check", json={"text": TEXT, "profile": "wire"}).json()["findings"]
    (match,) = client.post("/v2/check", data={"text": TEXT, "language": "en-US"}).json()["matches"]
    assert (match["offset"], match["length"], match["replacements"]) == (7, 8, [{"value": "could have"}])
    assert match["rule"]["id"] == "languagetool/COULD_OF"
    assert client.get("/v1/explain/languagetool/COULD_OF").json()["severity"] == "suggestion"
    fake.answer = lambda text: b"no JSON"
    response = client.post("/v1/check", json={"text": TEXT}).json()
    assert (response["findings"], response["problems"][0]["rule"]) == ([], "languagetool")
