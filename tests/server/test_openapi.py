"""The OpenAPI document is sound, its examples are what happens, and whatever it allows is answered as it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from lint.server.openapi import EXAMPLES

REQUESTS = {
    "check": {
        "a text": {"text": "The mayor signed the the order."},
        "emoji, in UTF-16 units": {"text": "🎉 The mayor signed the the order.", "offset_unit": "utf16"},
        "a document": {
            "document": {
                "id": "story-17",
                "fields": [
                    {"name": "headline", "blocks": [{"id": "h", "text": "Mayor Signs the the Order"}]},
                    {
                        "name": "body",
                        "blocks": [
                            {"id": "p1", "kind": "paragraph", "text": "The mayor signed the order on the the quay."},
                            {"id": "p2", "text": "Code: the the.", "skip": [[6, 13]]},
                        ],
                    },
                ],
            },
            "genre": "news",
            "story_date": "2024-05-17",
            "ignore": ["d2a00e82ef214d72"],
        },
        "who is quoted": {
            "document": {
                "id": "story-18",
                "fields": [
                    {"name": "headline", "blocks": [{"id": "h", "text": "Bridge Is Shut"}]},
                    {
                        "name": "body",
                        "blocks": [
                            {"id": "p1", "text": "“It is shut,” said Ann Lee, the harbor master."},
                            {"id": "p2", "text": "“There is no money for a new one this year.”"},
                        ],
                    },
                    {"name": "box", "blocks": [{"id": "b", "text": "Lee said the deck had to go."}]},
                ],
            },
            "sources": True,
        },
    },
    "fix": {"a text": {"text": "The mayor signed the the order."}},
}


def examples() -> dict[str, dict[str, dict[str, object]]]:
    held: dict[str, dict[str, dict[str, object]]] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize("path", REQUESTS)
def test_examples_are_what_happens(client, path) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/server/test_openapi.py` writes them anew."""
    got = {
        name: {"request": request, "response": client.post(f"/v1/{path}", json=request).json()}
        for name, request in REQUESTS[path].items()
    }
    if os.environ.get("UPDATE_GOLDEN"):
        text = json.dumps(examples() | {path: got}, ensure_ascii=False, indent=1)
        EXAMPLES.write_text(text + "\n", encoding="utf-8")
    assert got == examples()[path]


def test_examples_are_as_their_schemas_say(client) -> None:
    document = client.get("/openapi.json").json()
    checked = 0
    for path in ("check", "fix"):
        operation = document["paths"][f"/v1/{path}"]["post"]
        for content in (operation["requestBody"]["content"], operation["responses"]["200"]["content"]):
            held = content["application/json"]
            validator = jsonschema.Draft202012Validator(held["schema"] | {"components": document["components"]})
            for example in held["examples"].values():
                validator.validate(example["value"])
                checked += 1
    assert checked == 2 * sum(map(len, REQUESTS.values()))


def test_profiles_and_limits_of_the_server_are_in_it(client) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    asked = schemas["CheckRequest"]["properties"]
    assert asked["profile"]["enum"] == ["default", "magazine", "opinion", "strict", "wire"]
    assert "20000" in asked["text"]["description"]


def test_whatever_it_allows_is_answered_as_it_says(faulty, tmp_path) -> None:
    """Schemathesis, which also sends what the document forbids."""
    server = faulty("--quiet")
    program = Path(sys.executable).with_name("schemathesis")
    options = [
        "--phases",
        "examples,coverage,fuzzing",
        "--max-examples",
        "4",
        "--generation-deterministic",
        "--no-color",
    ]
    ran = subprocess.run(
        [program, "run", f"{server.url}/openapi.json", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "Tested: 13" in ran.stdout
    assert server.log.count("\n") == 1, server.log
