"""The native API: what is found and where, documents, what is let be, fixes, and errors that name the field."""

from __future__ import annotations

import pytest

import lint

TWICE = "The mayor signed the the order."


def test_a_finding_has_all_that_a_plugin_needs(client, check) -> None:
    (finding,) = check(text=TWICE)
    assert (finding["rule"], finding["severity"], finding["text"]) == ("duplication/word", "error", "the")
    assert finding["start"] == {"offset": 21, "line": 1, "column": 22}
    assert finding["context"] == {"before": "The mayor signed the ", "after": " order."}
    assert finding["fixes"][0]["edits"] == [{"start": 20, "end": 24, "text": ""}]
    assert len(finding["fingerprint"]) == 16
    assert "field" not in finding


def test_findings_are_those_of_the_python_api(check) -> None:
    text = "Mayor Signs Order\n\nHe let the city in May. He let the the city.\n\nHe let the city in May.\n"
    told = [(f.rule, f.span.start, f.span.end, f.fingerprint) for f in lint.check(text).findings]
    got = [(f["rule"], f["start"]["offset"], f["end"]["offset"], f["fingerprint"]) for f in check(text=text)]
    assert got == told
    assert len(got) > 1


@pytest.mark.parametrize(
    ("format", "text", "start"),
    [("markdown", "Signed **the** the order.", 15), ("html", "<p>Signed <b>the</b> the order.</p>", 21)],
)
def test_formats_have_source_offsets(check, format, text, start) -> None:
    (finding,) = (f for f in check(text=text, format=format) if f["rule"] == "duplication/word")
    assert finding["start"]["offset"] == start
    assert text[start : finding["end"]["offset"]] == finding["text"] == "the"


def test_ignored_fingerprints_are_counted_and_left_out(client, check) -> None:
    (finding,) = check(text=TWICE)
    answer = client.post("/v1/check", json={"text": TWICE, "ignore": [finding["fingerprint"]]}).json()
    assert answer["findings"] == []
    assert answer["summary"]["ignored"] == 1


def test_directives_hold(client) -> None:
    text = f"{TWICE} <!-- stet duplication/word -->"
    answer = client.post("/v1/check", json={"text": text}).json()
    assert [f["rule"] for f in answer["findings"]] == []
    assert answer["summary"]["silenced"] == 1


def test_a_profile_and_a_genre_change_what_is_found(client) -> None:
    long = "The crew " + "rowed and sang and " * 12 + "slept."
    text = f"Critics say the plan is a mistake.\n\n{long}"

    def found(**more) -> set[str]:
        answer = client.post("/v1/check", json={"text": text, **more}).json()
        return {f["rule"] for f in answer["findings"]}

    assert "clarity/long-sentence" in found(profile="wire")
    assert "clarity/long-sentence" not in found(profile="magazine")
    assert client.post("/v1/check", json={"text": text, "genre": "opinion"}).status_code == 200


def test_the_answer_says_what_the_draft_was_taken_for(client) -> None:
    def taken(**request) -> tuple[str, str]:
        genre = client.post("/v1/check", json=request).json()["genre"]
        return genre["name"], genre["by"]

    said = "---\ntitle: A pier\ngenre: opinion\n---\n\nThe pier is shut.\n"
    assert taken(text=said, format="markdown") == ("opinion", "draft")
    assert taken(text=said, format="markdown", genre="news") == ("news", "asked")
    assert taken(text="The pier is shut.", profile="opinion") == ("opinion", "config")
    assert taken(text="The pier is shut.") == ("news", "guess")
    fields = [
        {"name": "headline", "blocks": [{"text": "Sold"}]},
        {"name": "body", "blocks": [{"text": "Opinion"}, {"text": "The pier is ours, and the board has sold it."}]},
    ]
    assert taken(document={"fields": fields}) == ("opinion", "guess")
    fixed = client.post("/v1/fix", json={"text": "The the pier.", "genre": "feature"}).json()
    assert fixed["left"]["genre"] == {"name": "feature", "by": "asked", "why": ""}


# documents


def document(*texts: str, name: str = "body", **more) -> dict:
    blocks = [{"id": f"b{i}", "text": text} for i, text in enumerate(texts)]
    return {"id": "story", "fields": [{"name": name, "blocks": blocks}], **more}


def test_blocks_of_a_field_are_one_draft_and_places_are_in_blocks(check) -> None:
    copy = "The harbor board met on the quay and heard the crews for an hour."
    (finding,) = check(document=document(copy, "A second paragraph stands between the two.", copy))
    assert (finding["rule"], finding["field"], finding["block"]) == ("duplication/paragraph", "body", "b2")
    assert finding["start"] == {"offset": 0, "line": 1, "column": 1}
    assert finding["end"]["offset"] == len(copy)
    assert [r["block"] for r in finding["related"]] == ["b0"]
    (fix,) = finding["fixes"]
    assert fix["edits"] == [{"start": 0, "end": len(copy), "text": "", "field": "body", "block": "b2"}]


def test_fields_are_drafts_of_their_own(check) -> None:
    fields = [
        {"name": "headline", "blocks": [{"id": "h", "text": "Mayor signs the order"}]},
        {"name": "caption", "blocks": [{"id": "c", "text": "Mayor signs the order"}]},
    ]
    assert check(document={"id": "s", "fields": fields}) == []


def test_what_is_skipped_is_neither_flagged_nor_fixed(client, check) -> None:
    held = document("Run the the code, the the end.")
    held["fields"][0]["blocks"][0]["skip"] = [[4, 11]]
    (finding,) = check(document=held)
    assert finding["start"]["offset"] == 22
    fixed = client.post("/v1/fix", json={"document": held}).json()
    assert fixed["document"]["fields"][0]["blocks"][0]["text"] == "Run the the code, the end."


def test_a_block_that_is_a_quotation_is_shown_and_never_mended(client, check) -> None:
    held = document(TWICE, TWICE.replace("mayor", "clerk"))
    held["fields"][0]["blocks"][1]["kind"] = "quotation"
    assert [(f["block"], f["fixes"][0]["safety"]) for f in check(document=held)] == [("b0", "safe"), ("b1", "show")]
    fixed = client.post("/v1/fix", json={"document": held}).json()
    texts = [block["text"] for block in fixed["document"]["fields"][0]["blocks"]]
    assert texts == ["The mayor signed the order.", "The clerk signed the the order."]


@pytest.mark.parametrize("said", [{"kind": "poem"}, {"kind": ""}, {"kind": 1}])
def test_a_kind_that_there_is_not_is_told(client, said) -> None:
    held = document(TWICE)
    held["fields"][0]["blocks"][0] |= said
    answer = client.post("/v1/check", json={"document": held})
    assert answer.status_code == 400
    assert "kind" in answer.text


def test_skips_that_make_no_sense_skip_nothing(check) -> None:
    held = document(TWICE)
    held["fields"][0]["blocks"][0]["skip"] = [[9, 3], [500, 900], [4, 4]]
    assert len(check(document=held)) == 1


def test_an_empty_document_is_clean(client) -> None:
    for empty in ({"fields": []}, {"fields": [{"name": "body", "blocks": []}]}, document(""), document("", "")):
        answer = client.post("/v1/check", json={"document": empty})
        assert answer.status_code == 200
        assert answer.json()["findings"] == []


def test_a_document_keeps_its_blocks_through_fixes(client) -> None:
    held = document("Signed the the order.", "\n\n", "", "On the the quay\n\nhe sat.")
    answer = client.post("/v1/fix", json={"document": held}).json()
    (field,) = answer["document"]["fields"]
    assert [b["id"] for b in field["blocks"]] == ["b0", "b1", "b2", "b3"]
    assert [b["text"] for b in field["blocks"]] == ["Signed the order.", "\n\n", "", "On the quay\n\nhe sat."]
    assert {row["field"] for row in answer["applied"]} == {"body"}


# fixes


def test_fix_gives_what_the_python_api_gives(client) -> None:
    text = "Signed the the order,which he  left. He let the city last year on the the quay."
    for unsafe in (False, True):
        answer = client.post("/v1/fix", json={"text": text, "unsafe": unsafe}).json()
        assert answer["text"] == lint.fix(text, unsafe=unsafe).text
        assert answer["changed"]
        assert answer["applied"]


def test_a_finding_that_is_let_be_is_not_fixed(client, check) -> None:
    (finding,) = check(text=TWICE)
    answer = client.post("/v1/fix", json={"text": TWICE, "ignore": [finding["fingerprint"]]}).json()
    assert answer["text"] == TWICE
    assert not answer["changed"]


# rules


def test_rules_are_listed_with_what_holds_in_a_profile(client) -> None:
    def row(profile: str) -> dict:
        rules = client.get("/v1/rules", params={"profile": profile}).json()["rules"]
        (found,) = (r for r in rules if r["name"] == "clarity/long-sentence")
        return found

    assert (row("wire")["on"], row("wire")["severity"]) == (True, "warning")
    assert row("magazine")["on"] is False


def test_a_rule_is_explained_with_its_cases(client) -> None:
    answer = client.get("/v1/explain/duplication/word").json()
    assert answer["name"] == "duplication/word"
    assert any("⟦" in case["text"] and case["fixed"] for case in answer["bad"])
    missing = client.get("/v1/explain/duplication/wrod")
    assert missing.status_code == 404
    assert "duplication/word" in missing.json()["error"]["message"]


# errors


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"txt": "a"}, "txt"),
        ({"text": 1}, "text"),
        ({}, "text"),
        ({"text": "a", "document": {"fields": []}}, "text"),
        ({"text": "a", "format": "docx"}, "format"),
        ({"text": "a", "profile": "wired"}, "profile"),
        ({"text": "a", "genre": "poem"}, "genre"),
        ({"text": "a", "story_date": "17 May"}, "story_date"),
        ({"text": "a", "ignore": ["x", 2]}, "ignore[1]"),
        ({"document": {"fields": [{"name": "body", "blocks": [{"id": "1"}]}]}}, "document.fields[0].blocks[0].text"),
        ({"document": {"fields": [{"name": "b", "blocks": [{"text": "a", "skip": [[0, -1]]}]}]}},
         "document.fields[0].blocks[0].skip[0][1]"),
        ({"document": {"fields": [{"nam": "body", "blocks": []}]}}, "document.fields[0].nam"),
    ],
)  # fmt: skip
def test_an_error_names_the_field(client, body, path) -> None:
    answer = client.post("/v1/check", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["path"] == path
    assert answer.json()["error"]["message"]


def test_a_near_miss_is_told(client) -> None:
    assert 'did you mean "text"?' in client.post("/v1/check", json={"txt": "a"}).json()["error"]["message"]
    assert 'did you mean "wire"?' in client.post(
        "/v1/check", json={"text": "a", "profile": "wired"}
    ).json()["error"]["message"]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "type", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"text": "caf\xe9"}', "application/json", 400),
        (b'{"text": "\\ud83d"}', "application/json", 400),
        ('{"text": "café"}'.encode("utf-16"), "application/json", 400),
        (b'{"text": "a"}', "application/json; charset=latin-1", 415),
        (b'{"text": "a"}', "text/plain", 415),
        (b"text=a", "application/x-www-form-urlencoded", 415),
    ],
)
def test_what_is_not_json_in_utf8_is_refused(client, content, type, status) -> None:
    answer = client.post("/v1/check", content=content, headers={"Content-Type": type})
    assert answer.status_code == status
    assert answer.json()["error"]["code"]


@pytest.mark.parametrize("path", ["/v1/check", "/v1/fix"])
@pytest.mark.parametrize(
    ("content", "field", "said"),
    [
        (b'{"text": "a \\ud800 b b"}', "text", "line 1, column 3: U+D800"),
        (b'{"text": "a\\r\\nbc \\udc00"}', "text", "line 2, column 4: U+DC00"),
        (b'{"text": "\\ude00\\ud83d"}', "text", "line 1, column 1: U+DE00"),
        (b'{"document": {"fields": [{"name": "a", "blocks": [{"text": "b"}, {"text": "\\ud83d\\ude00 \\ud83d"}]}]}}',
         "document.fields[0].blocks[1].text", "line 1, column 3: U+D83D"),
        (b'{"t\\ud800": "\\ud801"}', "", "line 1, column 2: U+D800"),
    ],
)  # fmt: skip
def test_half_of_a_character_is_refused_with_its_place(client, path, content, field, said) -> None:
    answer = client.post(path, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["code"], error["path"]) == ("wrong_encoding", field)
    assert error["message"].startswith(f"{said} is half of a character")
    assert "U+FFFD" in error["message"]


def test_both_halves_of_a_character_are_one(client) -> None:
    content = b'{"text": "On \\ud83d\\ude00 the the quay."}'
    answer = client.post("/v1/fix", content=content, headers={"Content-Type": "application/json"})
    assert answer.json()["text"] == "On \U0001f600 the quay."


def test_json_in_utf8_may_say_so(client) -> None:
    headers = {"Content-Type": 'Application/JSON; Charset="UTF-8"'}
    assert client.post("/v1/check", content=b'{"text": "a"}', headers=headers).status_code == 200


def test_a_long_text_is_refused(client) -> None:
    for body in ({"text": "a" * 20_001}, {"document": document("a" * 15_000, "b" * 5_001)}):
        answer = client.post("/v1/check", json=body)
        assert answer.status_code == 413
        assert "20000" in answer.json()["error"]["message"]


def test_other_paths_and_methods_are_refused(client) -> None:
    assert client.get("/v1/nothing").json()["error"]["code"] == "not_found"
    answer = client.get("/v1/check")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_health_and_metrics(client, check) -> None:
    check(text=TWICE)
    health = client.get("/healthz").json()
    assert health["status"] == "ok"
    assert health["workers"] == {"ready": 1, "wanted": 1}
    text = client.get("/metrics").text
    assert 'copydesk_requests_total{route="/v1/check",status="200"}' in text
    assert 'copydesk_findings_total{rule="duplication/word"}' in text
    assert "copydesk_workers 1.0" in text
    assert "mayor" not in text
