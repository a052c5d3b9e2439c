"""Who is quoted, over the native API: the same as in Python, in the unit and the blocks of the request."""

from __future__ import annotations

from typing import Any

import pytest

import lint
from lint.sources import sources_data
from lint.text.source import Source

TEXT = (
    "“It is shut,” said Ann Lee, the harbor master. Ms. Lee said the deck had to go.\n\n"
    "A council official who asked not to be named said there was money.\n\nThe bridge is from 1911. It has two decks.\n\n"
    "“We all knew that it would come to this.” The deck was lifted in May.\n"
)


@pytest.fixture
def ask(client):
    """The whole answer to a request, to check or to fix."""

    def ask(path: str = "check", **request: Any) -> Any:
        answer = client.post(f"/v1/{path}", json=request)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


def document(**fields: list[str]) -> dict[str, Any]:
    return {
        "fields": [
            {"name": name, "blocks": [{"id": f"{name}{i}", "text": text} for i, text in enumerate(texts)]}
            for name, texts in fields.items()
        ]
    }


def test_they_are_those_of_the_command(ask) -> None:
    report = lint.Linter().check_source(Source(TEXT), "plain", sources=True)
    assert report.sources is not None
    assert ask(text=TEXT, sources=True)["sources"] == sources_data(report.sources)
    assert [voice.name for voice in report.sources.voices] == ["Ann Lee", "A council official"]
    assert len(report.sources.loose) == 1


def test_nobody_who_does_not_ask_hears_them(ask) -> None:
    assert "sources" not in ask(text=TEXT)
    assert "sources" not in ask(text=TEXT, sources=False)
    assert "sources" not in ask("fix", text=TEXT)["left"]


@pytest.mark.parametrize(("unit", "width"), [("code_point", 1), ("utf16", 2)])
def test_places_are_in_the_unit_of_the_request(ask, unit: str, width: int) -> None:
    told = ask(text=f"🎉 {TEXT}🎉 Lee said it would snow.", sources=True, offset_unit=unit)["sources"]
    first, *_, last = told["sources"][0]["said"]
    assert first["start"] == {"offset": width + 1, "line": 1, "column": width + 2}
    assert told["sources"][0]["first"]["offset"] == TEXT.index("Ann Lee") + width + 1
    assert last["start"]["column"] == width + 1 + len(" Lee said ")
    assert told["unattributed"][0]["start"]["offset"] == TEXT.index("“We all") + width + 1


def test_a_document_has_them_in_its_blocks(ask) -> None:
    held = document(body=["The deck is shut.", "“It is shut,” said Ann Lee."], caption=["The deck in May."])
    (lee,) = ask(document=held, sources=True)["sources"]["sources"]
    assert (lee["field"], lee["block"], lee["first"]["offset"]) == ("body", "body1", 19)
    (said,) = lee["said"]
    assert (said["field"], said["block"], said["start"]["offset"], said["end"]["offset"]) == ("body", "body1", 0, 13)


def test_fields_of_a_document_are_heard_together(ask) -> None:
    held = document(body=["“It is shut,” said Ann Lee."], box=["“It will stay so,” Lee said."])
    told = ask(document=held, sources=True)["sources"]
    (lee,) = told["sources"]
    assert [(said["field"], said["block"], said["start"]["offset"]) for said in lee["said"]] == [
        ("body", "body0", 0), ("box", "box0", 0),
    ]  # fmt: skip
    assert told["words"] == {"all": 12, "quoted": 7, "reported": 0}


def test_what_goes_on_over_blocks_is_told_by_its_first(ask) -> None:
    held = document(body=["Ann Lee spoke first. “It is shut for good,” Lee said. “It was late.", "“It will cost us.”"])
    told = ask(document=held, sources=True)["sources"]
    length = {"body0": len(held["fields"][0]["blocks"][0]["text"]), "body1": 18}
    said = [said for source in told["sources"] for said in source["said"]]
    assert said
    assert all(0 <= s["start"]["offset"] < s["end"]["offset"] <= length[s["block"]] for s in said)


def test_after_fixes_they_are_those_of_the_mended_draft(ask) -> None:
    left = ask("fix", text="The the deck is shut, said Ann Lee.", sources=True)["left"]
    (lee,) = left["sources"]["sources"]
    assert lee["first"]["offset"] == len("The deck is shut, said ")


@pytest.mark.parametrize("request_", [{"text": ""}, {"text": "The deck is shut."}, {"document": {"fields": []}}])
def test_where_nobody_speaks_there_are_none(ask, request_: dict[str, Any]) -> None:
    told = ask(**request_, sources=True)["sources"]
    assert (told["sources"], told["unattributed"]) == ([], [])


@pytest.mark.parametrize("said", [1, "yes", None])
def test_it_is_asked_for_by_true_or_false(client, said: object) -> None:
    answer = client.post("/v1/check", json={"text": TEXT, "sources": said})
    assert answer.status_code == 400
    assert answer.json()["error"]["path"] == "sources"


# what is folded


def test_claims_in_the_writers_voice_are_folded_in_opinion_copy_alone(check) -> None:
    claim = "If true, it would be another costly retreat for the board. It sank on the the quay."

    def folded(genre: str) -> dict[str, bool]:
        return {f["rule"]: f.get("folded", False) for f in check(text=claim, genre=genre)}

    assert folded("opinion") == {"attribution/unattributed-claim": True, "duplication/word": False}
    assert folded("news") == folded("analysis") == dict.fromkeys(folded("opinion"), False)
