"""LanguageTool's API: the shape of answers, its parameters, annotated text, and its errors."""

from __future__ import annotations

import json
import re

import pytest

from lint.packs import load
from lint.server.languagetool import matches, request
from lint.server.languagetool.annotation import parse
from lint.server.languagetool.names import category
from lint.server.limits import Limits
from lint.server.offsets import Units
from lint.server.profiles import Profiles
from lint.settings import Settings

TEXT = "🎉 The mayor signed the the order. It was a beautiful  day."
SHOWN_EVERYWHERE = {"misspelling", "whitespace", "other", "grammar", "characters", "typographical", "locale-violation"}


@pytest.fixture
def ask(client):
    def ask(text: str | None = TEXT, language: str = "en-US", **more):
        form = {"language": language, **more} | ({} if text is None else {"text": text})
        response = client.post("/v2/check", data=form)
        assert response.status_code == 200, response.text
        return response.json()

    return ask


def rules(answer) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def cut(text: str, match) -> str:
    units = text.encode("utf-16-le")
    return units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


def test_the_shape_of_an_answer(ask) -> None:
    answer = ask()
    assert set(answer["software"]) >= {"name", "version", "buildDate", "apiVersion", "premium", "status"}
    assert answer["software"]["apiVersion"] == 1
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"]["code"] == "en-US"
    assert set(answer["language"]["detectedLanguage"]) >= {"name", "code", "confidence"}
    match = answer["matches"][0]
    assert set(match) == {
        "message", "shortMessage", "replacements", "offset", "length", "context", "sentence", "type", "rule",
        "ignoreForIncompleteSentence", "contextForSureMatch",
    }  # fmt: skip
    assert set(match["rule"]) >= {"id", "description", "issueType", "category"}
    assert match["rule"]["id"] == "duplication/word"
    assert match["replacements"] == [{"value": "the"}]
    assert cut(TEXT, match) == "the the"
    assert match["sentence"] == "🎉 The mayor signed the the order."
    context = match["context"]
    assert cut(context["text"], context) == "the the"
    starts = [start for start, _ in answer["sentenceRanges"]]
    assert starts[0] == 0
    assert len(starts) == 2


def test_a_long_context_is_cut_at_both_ends(ask) -> None:
    text = f"{'Long ago it was. ' * 6}She signed the the order. {'Long ago it was so. ' * 6}"
    (match,) = ask(text, enabledOnly="yes", enabledRules="duplication/word")["matches"]
    context = match["context"]
    assert context["text"].startswith("...")
    assert context["text"].endswith("...")
    assert cut(context["text"], context) == cut(text, match) == "the the"


def test_get_is_as_good_as_post(client, ask) -> None:
    answer = client.get("/v2/check", params={"language": "en-US", "text": TEXT})
    assert answer.json() == ask()


def test_replacing_a_match_gives_what_the_fix_gives(ask) -> None:
    text = "She sat on the the quay,which was wet  and cold."
    for match in sorted(ask(text)["matches"], key=lambda m: -m["offset"]):
        if match["replacements"]:
            at = match["offset"]
            text = text[:at] + match["replacements"][0]["value"] + text[at + match["length"] :]
    assert text.startswith("She sat on the quay, which was wet")


def test_every_match_covers_something_and_replaces_it_by_something(ask) -> None:
    text = "“The the plan, she said,is good .\n\nThe plan  is is good.\n\nThe plan is good.\n\nThe plan  is good.\n"
    matches = ask(text)["matches"]
    assert len(matches) > 3
    for match in matches:
        assert match["length"] > 0
        assert all(r["value"] != cut(text, match) for r in match["replacements"])


# which rules


def test_rules_and_categories_are_turned_off_and_on(ask) -> None:
    assert set(rules(ask())) == {"duplication/word", "whitespace/double-space"}
    assert rules(ask(disabledRules="whitespace/double-space,NO_SUCH_RULE")) == ["duplication/word"]
    assert rules(ask(disabledCategories="TYPOGRAPHY")) == ["duplication/word"]
    assert rules(ask(disabledCategories="TYPOGRAPHY,MISC", enabledRules="duplication/word")) == ["duplication/word"]
    assert rules(ask(enabledOnly="true", enabledRules="duplication/word")) == ["duplication/word"]
    assert rules(ask(enabledOnly="yes", enabledCategories="TYPOGRAPHY")) == ["whitespace/double-space"]
    assert rules(ask(disabledRules="", enabledRules="", enabledCategories="")) == rules(ask())


def test_picky_turns_on_what_is_off() -> None:
    profiles = Profiles({"default": Settings(select=("duplication",))})

    def found(**form: str) -> list[str]:
        asked = request.check({"text": TEXT, "language": "en-US", **form}, Limits())
        return rules(json.loads(matches.check(profiles, asked).body))

    assert found() == ["duplication/word"]
    assert "whitespace/double-space" in found(level="picky")
    assert "whitespace/double-space" in found(enabledRules="whitespace/double-space")
    assert "whitespace/double-space" in found(enabledCategories="TYPOGRAPHY")


def test_modes_part_the_matches(ask) -> None:
    text = f"{TEXT}" + 2 * "\n\nThe harbor board met on the quay and heard the crews for an hour."
    whole, parts = ask(text), [ask(text, mode="textLevelOnly"), ask(text, mode="allButTextLevelOnly")]
    assert all(rules(part) for part in parts)
    assert sorted(rules(parts[0]) + rules(parts[1])) == sorted(rules(whole))


def test_every_rule_has_a_type_that_all_clients_show() -> None:
    catalogue = load(installed=False)
    held = {name: category(rule, catalogue) for name, rule in catalogue.rules.items()}
    assert {its.issue_type for its in held.values()} <= SHOWN_EVERYWHERE
    assert [name for name, its in held.items() if not (re.fullmatch("[A-Z_]+", its.id) and its.name)] == []
    assert held["typo/real-word"].issue_type == "misspelling"
    assert held["whitespace/tab"].issue_type == "whitespace"


# languages


@pytest.mark.parametrize(
    ("given", "code"), [("en", "en"), ("en-us", "en-US"), ("en-GB", "en-GB"), ("auto", "en-US"), ("AUTO", "en-US")]
)
def test_languages(ask, given, code) -> None:
    assert ask(language=given)["language"]["code"] == code


def test_auto_takes_the_preferred_english(ask) -> None:
    assert ask(language="auto", preferredVariants="de-DE,en-GB")["language"]["code"] == "en-GB"


def test_auto_leaves_what_is_not_english_alone(ask) -> None:
    german = "Der Rat hat am Montag nach langer Debatte die die neue Brücke über den Fluss für das ganze Jahr gesperrt."
    answer = ask(german, language="auto")
    assert answer["matches"] == []
    assert answer["warnings"]["incompleteResults"] is True
    assert answer["language"]["detectedLanguage"]["confidence"] < 0.3
    english = "The council closed the the new bridge over the river for a whole year after a long debate on Monday."
    assert "duplication/word" in rules(ask(english, language="auto"))


# annotated text


def annotated(*items: str | tuple[str, str]) -> tuple[str, str]:
    """`data` and the client's text of copy (strings) and markup (pairs of it and what it stands for)."""
    annotation = [
        {"text": i} if isinstance(i, str) else {"markup": i[0]} | ({"interpretAs": i[1]} if i[1] else {}) for i in items
    ]
    return json.dumps({"annotation": annotation}), "".join(i if isinstance(i, str) else i[0] for i in items)


def test_offsets_of_annotated_text_count_the_markup(ask) -> None:
    data, source = annotated(
        ("<p class='🎉'>", ""), "Signed ", ("<b>", ""), "an", ("</b>", ""), " order on the the quay."
    )
    (match,) = ask(None, data=data)["matches"]
    assert cut(source, match) == "the the"
    assert match["replacements"] == [{"value": "the"}]


def test_a_fix_over_markup_is_not_offered(ask) -> None:
    data, source = annotated("Signed ", ("<b>", ""), "the", ("</b>", ""), " the order.")
    (match,) = ask(None, data=data)["matches"]
    assert "the" in cut(source, match)
    for replacement in match["replacements"]:
        at = match["offset"]
        mended = source[:at] + replacement["value"] + source[at + match["length"] :]
        assert "<b>the</b>" in mended
        assert "the the" not in mended


def test_markup_is_read_as_it_is_interpreted(ask) -> None:
    data, _ = annotated("On the", ("<br>", " "), "the quay.")
    assert "duplication/word" in rules(ask(None, data=data))
    data, _ = annotated("On the", ("</p><p>", "\n\n"), "the quay.")
    assert "duplication/word" not in rules(ask(None, data=data))


def test_data_may_hold_plain_text(ask) -> None:
    assert ask(None, data=json.dumps({"text": TEXT, "metaData": {"EmailToAddress": ""}}))["matches"] == ask()["matches"]


def test_plain_text_and_source_are_made_of_each_other() -> None:
    data, source = annotated("R", ("&amp;", "&"), "D ", ("<i>", ""), "🎉 now", ("</i>", ""))
    draft = parse(data)
    assert (draft.source, draft.plain) == (source, "R&D 🎉 now")
    assert draft.source[slice(*draft.span(0, 3))] == "R&amp;D"
    assert not draft.is_copy(0, 3)
    assert draft.is_copy(4, 9)
    assert Units(draft.source).utf16(len(source)) == len(source) + 1


# errors


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"language": "en"}, "Missing 'text' or 'data' parameter"),
        ({"text": "a"}, "Missing 'language' parameter"),
        ({"text": "a", "data": "{}", "language": "en"}, "not both"),
        ({"text": "a", "language": "de-DE"}, "en-US"),
        ({"text": "a", "language": "en", "preferredVariants": "en-GB"}, "language=auto"),
        ({"text": "a", "language": "auto", "preferredVariants": "en"}, "variant"),
        ({"text": "a", "language": "en", "level": "hard"}, "level"),
        ({"text": "a", "language": "en", "mode": "some"}, "mode"),
        ({"text": "a", "language": "en", "enabledOnly": "yes"}, "enabled rules or categories"),
        ({"text": "a", "language": "en", "enabledOnly": "yes", "disabledRules": "b"}, "disabled rules or categories"),
        ({"data": "{", "language": "en"}, "Could not parse JSON"),
        ({"data": '{"text": "\\ud83d"}', "language": "en"}, "'data' at 'text', line 1, column 1: U+D83D is half"),
        (
            {"data": '{"annotation": [{"markup": "<b>"}, {"text": "a\\n\\ude00"}]}', "language": "en"},
            "'annotation[1].text', line 2, column 1: U+DE00",
        ),
        ({"data": "{}", "language": "en"}, "'text' or an 'annotation'"),
        ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}', "language": "en"}, "either 'text' or 'markup'"),
        ({"data": '{"annotation": [{"text": "a", "interpretAs": "b"}]}', "language": "en"}, "interpretAs"),
        ({"data": '{"annotation": [{"text": 1}]}', "language": "en"}, "annotation[0].text"),
    ],
)
def test_a_bad_request_is_told_in_plain_text(client, form, said) -> None:
    answer = client.post("/v2/check", data=form)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("Error: ")
    assert said in answer.text


def test_a_form_in_another_encoding_is_refused(client) -> None:
    form = "application/x-www-form-urlencoded"
    for body in (b"language=en&text=caf%E9", b"language=en&text=caf\xe9", b"language=en&text=a+%ED%A0%80+b"):
        answer = client.post("/v2/check", content=body, headers={"Content-Type": form})
        assert (answer.status_code, answer.text) == (400, "Error: The form is not in UTF-8")
    answer = client.post("/v2/check", content=b"text=a", headers={"Content-Type": f"{form}; charset=latin-1"})
    assert answer.status_code == 415
    assert client.post("/v2/check", json={"text": "a", "language": "en"}).status_code == 415
    many = "&".join(f"a{i}=" for i in range(200))
    assert client.post("/v2/check", content=many, headers={"Content-Type": form}).status_code == 400


def test_a_long_text_is_refused(client) -> None:
    answer = client.post("/v2/check", data={"language": "en", "text": "a" * 20_001})
    assert answer.status_code == 413
    assert answer.text.startswith("Error: Your text is over this server's limit of 20000")


def test_unknown_paths_are_told_in_plain_text(client) -> None:
    answer = client.get("/v2/words")
    assert answer.status_code == 404
    assert answer.text.startswith("Error: ")


# the rest


def test_what_clients_ask_before_they_check(client) -> None:
    codes = {row["longCode"] for row in client.get("/v2/languages").json()}
    assert codes == {"en", "en-US", "en-GB", "en-CA", "en-AU"}
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/maxtextlength").text == "20000"
    assert client.get("/v2/info").json()["software"]["apiVersion"] == 1
    info = client.get("/v2/configinfo", params={"language": "en"}).json()
    assert info["parameter"] == {"maxTextLength": 20_000}
    (row,) = (r for r in info["rules"] if r["ruleId"] == "typo/real-word")
    assert (row["categoryId"], row["locQualityIssueType"]) == ("CONFUSED_WORDS", "misspelling")
    assert client.get("/v2/configinfo").status_code == 400
