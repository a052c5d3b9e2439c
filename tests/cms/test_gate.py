"""The gate: what it lets pass, what each finding's place is, and what it makes of overrides and policies."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import DraftError, Linter, PackError, Settings, Severity, UsageError
from lint.cms import Field, FieldFinding, Override, Policy, Verdict, gate
from lint.cms.fields import KINDS, Draft
from lint.finding import Context, Edit, Finding, Fix, Related
from lint.text.span import Position

DESK = Linter()
CLEAN = {"headline": "Ferry Strike Ends", "body": "The crews go back to work on Monday, June 3, after a week ashore."}
DOUBLED = {"headline": "Ferry Strike Ends", "body": "Crews go back to the the quay on Monday, June 3."}


def judged(fields: dict[str, str | Field], **how: Any) -> Verdict:
    return gate(fields, linter=how.pop("linter", DESK), **how)


def everything(verdict: Verdict) -> list[FieldFinding]:
    return [*verdict.blocking, *verdict.noted, *(found for found, _ in verdict.overridden)]


def rules(found: tuple[FieldFinding, ...]) -> list[tuple[str, str]]:
    return [(f.field, f.finding.rule) for f in found]


def text_of(said: str | Field) -> str:
    return said if isinstance(said, str) else said.text


def assert_places_name_the_text(fields: dict[str, str | Field], verdict: Verdict) -> None:
    for name, finding, related_fields in everything(verdict):
        text = text_of(fields[name])
        assert text[finding.start.offset : finding.end.offset] == finding.text
        before, after = finding.context
        assert text[: finding.start.offset].endswith(before)
        assert text[finding.end.offset :].startswith(after)
        for fix in finding.fixes:
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in fix.edits)
        assert len(related_fields) == len(finding.related)
        for elsewhere, place in zip(related_fields, finding.related, strict=True):
            assert 0 <= place.start.offset <= place.end.offset <= len(text_of(fields[elsewhere]))


# what passes


def test_a_clean_draft_passes() -> None:
    verdict = gate(CLEAN)
    assert verdict == Verdict()
    assert verdict.passes


def test_an_error_blocks_and_its_place_is_the_fields_own() -> None:
    verdict = judged(DOUBLED)
    assert not verdict.passes
    [(field, finding, _)] = verdict.blocking
    assert (field, finding.rule, finding.text) == ("body", "duplication/word", "the")
    assert (finding.start.offset, finding.start.line, finding.start.column) == (21, 1, 22)
    (edit,) = finding.fixes[0].edits
    body = DOUBLED["body"]
    assert body[: edit.start] + edit.text + body[edit.end :] == "Crews go back to the quay on Monday, June 3."


def test_no_fields_and_empty_fields_pass() -> None:
    assert gate({}).passes
    assert judged({"headline": "", "standfirst": "", "body": ""}).passes


# one draft of many fields


def test_the_name_of_one_field_is_compared_with_that_of_another() -> None:
    fields: dict[str, str | Field] = {
        "headline": "Mayor Anna Kowalczyk Resigns",
        "body": "Mayor Anna Kowalzcyk quit on Monday, June 3. Kowalzcyk said Kowalzcyk had no more to say.",
    }
    found = [f for f in everything(judged(fields)) if f.finding.rule == "consistency/name"]
    assert [(f.field, f.finding.text) for f in found] == [("headline", "Kowalczyk")]
    assert set(found[0].related_fields) == {"body"}
    assert_places_name_the_text(fields, judged(fields))


def test_a_caption_that_repeats_another_is_found_in_its_own_field_and_its_fix_stays_there() -> None:
    caption = "Crews load the last of the winter wheat at the port of Odesa on Saturday. Photo: Oksana Hrytsenko."
    fields: dict[str, str | Field] = {
        "caption": caption,
        "body": "The port opened again on Monday, June 3.",
        "second caption": Field(caption, kind="caption"),
    }
    [found] = [f for f in everything(judged(fields)) if f.finding.rule == "duplication/paragraph"]
    assert (found.field, found.related_fields) == ("second caption", ("caption",))
    assert found.finding.text == caption
    assert [edit for fix in found.finding.fixes for edit in fix.edits] == [(0, len(caption), "")]


def test_a_finding_that_runs_over_two_fields_is_given_in_the_first_with_the_fixes_that_stay_there() -> None:
    draft = Draft({"one": "It rained.", "two": "It still rains."})
    whole = draft.document.source
    assert whole.text == "It rained.\n\nIt still rains."
    fixes = tuple(
        Fix("", edits) for edits in ((Edit(3, 20, ""),), (Edit(3, 12, ""),), (Edit(3, 12, "x"),), (Edit(11, 11, "x"),))
    )
    related = (
        Related(whole.position(15), whole.position(20), "here"),
        Related(whole.position(11), whole.position(11), "?"),
    )
    finding = Finding(
        "x/y", Severity.ERROR, "", whole.position(3), whole.position(20), "rained.\n\nIt still", Context("It ", " rains."),
        fixes=fixes, related=related,
    )  # fmt: skip
    placed = draft.place(finding)
    assert placed is not None
    assert (placed.field, placed.finding.text, placed.finding.context) == ("one", "rained.", Context("It ", ""))
    assert [fix.edits for fix in placed.finding.fixes] == [(Edit(3, 10, ""),)]
    assert placed.related_fields == ("two",)
    assert placed.finding.related == (Related(Position(3, 1, 4), Position(8, 1, 9), "here"),)
    assert draft.place(finding._replace(start=whole.position(11), end=whole.position(11))) is None


def test_formats_are_read_side_by_side() -> None:
    fields: dict[str, str | Field] = {
        "headline": "Rock & Roll & the Bridge",
        "body": Field("<p>It <em>fell</em> on <b>the</b> the Tom &amp; Jerry&nbsp;Bar.</p>", "html"),
        "note": Field("*It rained* on **the** the roof.", "markdown"),
    }
    verdict = judged(fields)
    assert [(f.field, f.finding.start.offset) for f in verdict.blocking] == [("body", 34), ("note", 23)]
    assert_places_name_the_text(fields, verdict)


def test_line_ends_of_a_browsers_form_are_not_mixed_by_the_gate() -> None:
    fields: dict[str, str | Field] = {"headline": "Ferry Strike Ends", "body": "It is over.\r\n\r\nThe crews are back."}
    every_rule = Linter(Settings(select=("whitespace",)))
    assert judged(fields, linter=every_rule) == Verdict()


def test_a_directive_lets_its_place_stand() -> None:
    fields: dict[str, str | Field] = {
        "headline": "Ferry Strike Ends",
        "body": "<!-- stet: a song -->\nDown by the the sea.",
    }
    assert judged(fields).passes


# kinds


def is_read_as_sentences(fields: dict[str, str | Field]) -> bool:
    """Whether a field is read as sentences: a long headline is no long sentence."""
    return any(f.finding.rule == "clarity/long-sentence" for f in everything(judged(fields)))


def test_a_field_is_of_the_kind_that_its_name_or_the_caller_says() -> None:
    long = "the ferry left at noon and " * 11 + "came back."
    assert is_read_as_sentences({"body": long})
    assert is_read_as_sentences({"story": Field(long)})
    assert not is_read_as_sentences({"Headline": long})
    assert not is_read_as_sentences({"story": Field(long, kind="headline")})


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_field_of_every_kind(kind: str) -> None:
    fields: dict[str, str | Field] = {"it": Field("Crews go back to the the quay.", kind=kind)}
    assert bool(everything(judged(fields))) is (kind != "code")


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_half_of_a_character_is_refused_with_its_field_and_place(format: str) -> None:
    with pytest.raises(DraftError, match=r"^body:1:3: U\+D800 is half of a character"):
        judged({"headline": "Ferry Strike Ends", "body": Field("a \ud800 b", format)})


def test_a_kind_that_there_is_not_is_named_with_the_nearest() -> None:
    with pytest.raises(
        UsageError, match=r'field top: no kind of field is called "headlines" \(did you mean "headline"'
    ):
        judged({"top": Field("Ferry Strike Ends", kind="headlines")})
    with pytest.raises(UsageError, match="docx"):
        judged({"body": Field("It rained.", "docx")})


# policy


def test_severities_and_rules_block_or_do_not() -> None:
    def blocks(**policy: Any) -> bool:
        return not judged(DOUBLED, policy=Policy(**policy)).passes

    assert blocks()
    assert not blocks(block_at=None)
    assert blocks(block_at=None, block=("duplication",))
    assert blocks(block_at=None, block=("duplication/word",))
    assert not blocks(never_block=("duplication/word",))
    assert not blocks(block=("duplication/word",), never_block=("duplication",))


def test_what_does_not_block_is_noted_from_a_severity_up() -> None:
    fields: dict[str, str | Field] = {"body": "It came in the wake of the storm.\nCrews go back to the the quay."}
    lenient = judged(fields, policy=Policy(block_at=None))
    assert rules(lenient.noted) == [("body", "wording/journalese"), ("body", "duplication/word")]
    strict = judged(fields, policy=Policy(note_at=Severity.WARNING))
    assert rules(strict.noted) == []
    assert rules(strict.blocking) == [("body", "duplication/word")]


def test_a_policy_that_names_no_rule_is_an_error() -> None:
    with pytest.raises(PackError, match='did you mean "duplication"'):
        judged(CLEAN, policy=Policy(block=("duplications",)))


def test_the_desks_own_settings_hold() -> None:
    desk = Linter(Settings(reject={"ashore": "on land"}, severity={"wording/rejected": Severity.ERROR}))
    assert rules(judged(CLEAN, linter=desk).blocking) == [("body", "wording/rejected")]


# overrides


def override(verdict: Verdict, why: str = "the song's title") -> Override:
    when = datetime(2024, 6, 3, 9, 30, tzinfo=UTC)
    return Override(verdict.blocking[0].finding.fingerprint, by="mara", why=why, when=when)


def test_an_override_lets_its_finding_stand_through_edits_elsewhere() -> None:
    said = override(judged(DOUBLED))
    verdict = judged({**DOUBLED, "headline": "Ferry Strike Is Over at Last"}, overrides=[said])
    assert verdict.passes
    assert [(o.found.finding.rule, o.override) for o in verdict.overridden] == [("duplication/word", said)]
    assert verdict.unused_overrides == ()


def test_an_override_lets_no_other_finding_stand() -> None:
    said = override(judged(DOUBLED))
    verdict = judged({**DOUBLED, "caption": "A ferry on the the sea."}, overrides=[said])
    assert rules(verdict.blocking) == [("caption", "duplication/word")]


def test_an_override_whose_finding_is_gone_is_named() -> None:
    said = override(judged(DOUBLED))
    assert judged(CLEAN, overrides=[said]).unused_overrides == (said,)


def test_of_two_overrides_the_last_counts() -> None:
    first, last = (override(judged(DOUBLED), why=why) for why in ("by mistake", "the song's title"))
    verdict = judged(DOUBLED, overrides=[first, last])
    assert [o.override for o in verdict.overridden] == [last]
    assert verdict.unused_overrides == ()


@pytest.mark.parametrize(("by", "why", "missing"), [("", "a title", "by whom"), ("mara", " ", "why")])
def test_an_override_says_by_whom_and_why(by: str, why: str, missing: str) -> None:
    with pytest.raises(UsageError, match=f"does not say {missing}"):
        judged(CLEAN, overrides=[Override("cf7e154496b44619", by, why)])


# what is stored


def test_a_verdict_as_data_goes_through_json_and_says_all() -> None:
    said = override(judged(DOUBLED))
    gone = Override("0000000000000000", "ben", "no longer there")
    fields: dict[str, str | Field] = {**DOUBLED, "caption": "A ferry on the the sea in the wake of the strike."}
    data = judged(fields, overrides=[said, gone]).as_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["passes"] is False
    assert data["version"] == 1
    (blocking,) = data["blocking"]
    assert (blocking["field"], blocking["rule"], blocking["start"]["offset"]) == ("caption", "duplication/word", 15)
    assert [noted["rule"] for noted in data["noted"]] == ["wording/journalese"]
    (overridden,) = data["overridden"]
    assert overridden["finding"]["fingerprint"] == said.fingerprint
    assert overridden["override"] == {
        "fingerprint": said.fingerprint, "by": "mara", "why": "the song's title", "when": "2024-06-03T09:30:00+00:00",
    }  # fmt: skip
    assert data["unused_overrides"] == [
        {"fingerprint": "0000000000000000", "by": "ben", "why": "no longer there", "when": None}
    ]
    assert data["problems"] == []


def test_related_places_as_data_name_their_field() -> None:
    caption = "Crews load the last of the winter wheat at the port of Odesa on Saturday. Photo: Oksana Hrytsenko."
    data = judged({"caption": caption, "body": Field(caption, kind="caption")}).as_dict()
    [repeated] = [found for found in data["noted"] if found["rule"] == "duplication/paragraph"]
    assert [place["field"] for place in repeated["related"]] == ["caption"]


def test_threads_get_the_same_verdict() -> None:
    drafts = [
        {"headline": f"Ferry {n} Is Back", "body": f"Ferry {n} went to the the sea on Monday, June 3."}
        for n in range(16)
    ]
    alone = [judged(draft) for draft in drafts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(judged, drafts)) == alone
    assert not any(verdict.passes for verdict in alone)


# places, whatever the fields hold

_WORDS = st.sampled_from(
    [
        "the", "the the", "Anna Kowalczyk", "Kowalzcyk", "so-called", "“expert”", "fell on", "in the wake of", "it’s",
        "it's", "NATO", "said", "let", "past history", "<b>to</b>", "&amp;", "**to**", "to", "`to to`", " ", "  ", "\t",
        "🚢", "e\u0301", "\u200b", "\u202e", "\r\n", "\n", "\n\n", "\r", "<!-- stet -->", "<!-- stet off -->", "<p>", "# ",
        "- ", "---\n", "Photo: Ben Lee.", "Share this", "KYIV (AP) —", "“", "”", ".", ",", "?", "word " * 50,
    ]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=12).map(" ".join)
_FIELDS = st.builds(Field, _TEXTS, st.sampled_from(["plain", "markdown", "html"]), st.sampled_from(KINDS))
_EVERYTHING = Linter(Settings(select=("all",), ignore=("typo", "attribution", "grammar")))


@given(st.dictionaries(st.sampled_from(["headline", "standfirst", "body", "caption", "more"]), _FIELDS | _TEXTS))
def test_offsets_of_each_field_name_its_text(fields: dict[str, str | Field]) -> None:
    verdict = judged(fields, linter=_EVERYTHING, policy=Policy(block=("duplication",)))
    assert verdict.problems == ()
    assert_places_name_the_text(fields, verdict)


@given(_TEXTS, st.sampled_from(["plain", "markdown", "html"]))
def test_a_body_alone_is_read_as_a_file_is(text: str, format: str) -> None:
    found = everything(judged({"story": Field(text, format)}, linter=_EVERYTHING, policy=Policy(block_at=None)))
    assert [f.finding for f in found] == list(_EVERYTHING.check(text, format=format).findings)
