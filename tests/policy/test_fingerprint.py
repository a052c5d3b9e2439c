import re

from hypothesis import given
from hypothesis import strategies as st
from made_findings import a_rule, draft, found

from lint.finding import Finding
from lint.page import Page
from lint.policy.fingerprint import fingerprints

OTHER = a_rule("made/other")


def marks(text: str, words: str = "the the", format: str = "plain") -> list[str]:
    document = draft(text, format)
    count = text.count(words)
    return [f.fingerprint for f in fingerprints(document, [found(document, words, nth=n) for n in range(count)])]


def one(text: str, words: str = "the the", format: str = "plain") -> str:
    (mark,) = marks(text, words, format)
    return mark


def test_it_is_sixteen_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{16}", one("She sat in the the chair."))


def test_it_tells_rules_texts_and_neighbours_apart() -> None:
    document = draft("She sat in the the chair and in the the car and spoke.")
    findings = [
        found(document, "the the"),
        found(document, "the the", nth=1),
        found(document, "the the", OTHER),
        found(document, "chair"),
    ]
    assert len({f.fingerprint for f in fingerprints(document, findings)}) == 4


def test_it_stays_where_white_space_line_ends_capitals_apostrophes_or_far_words_change() -> None:
    held = one("On Monday she sat in the the chair, didn’t she, by noon.")
    assert one("On Sunday she sat in the the chair, didn’t she, by six.") == held
    assert one("On Monday she sat in THE  the chair, didn't she, by noon.", "THE  the") == held
    assert one("On Monday she sat\r\nin the\r\nthe chair, didn’t she.", "the\r\nthe", "markdown") == held
    assert one("# News\n\nOn Monday she *sat* in the the **chair**, didn't she.", format="markdown") == held


def test_it_changes_with_the_words_beside_it() -> None:
    assert one("She sat in the the chair.") != one("She sat by the the chair.")


def test_findings_that_look_alike_are_counted() -> None:
    marked = marks("She sat in the the chair.\n" * 3)
    assert len(set(marked)) == 3
    assert marks("She sat in the the chair.\n" * 2) == marked[:2]


def test_the_order_in_which_findings_are_given_does_not_matter() -> None:
    document = draft("She sat in the the chair.\n" * 3)
    findings = [found(document, "the the", nth=n) for n in range(3)]
    assert fingerprints(document, findings[::-1]) == fingerprints(document, findings)


def test_the_path_does_not_matter() -> None:
    there = draft("She sat in the the chair.")
    object.__setattr__(there.source, "path", "elsewhere/copy.txt")
    assert fingerprints(there, [found(there, "the the")])[0].fingerprint == one("She sat in the the chair.")


def test_a_finding_outside_every_block_is_known_by_its_line() -> None:
    document = draft("She sat down.  \nHe stood.  \n")
    first, second = fingerprints(document, [found(document, "  "), found(document, "  ", nth=1)])
    assert first.fingerprint != second.fingerprint
    later = draft("Noon came.\n\nShe sat down.  \nHe stood.\n")
    assert fingerprints(later, [found(later, "  ")])[0].fingerprint == first.fingerprint


WORDS = st.lists(st.sampled_from("sun rain the mayor 12 “left” it’s Ida – rose".split()), min_size=1, max_size=8)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


@given(PARAGRAPHS, st.data())
def test_a_paragraph_put_in_elsewhere_leaves_every_fingerprint(paragraphs: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(paragraphs)))
    spans = []
    for i, paragraph in enumerate(paragraphs):
        start = data.draw(st.integers(0, len(paragraph) - 1))
        spans.append((i, start, data.draw(st.integers(start, len(paragraph)))))
    longer = [*paragraphs[:at], "A new paragraph – the “mayor” left at 12.", *paragraphs[at:]]
    before = fingerprints_of(paragraphs, spans)
    after = fingerprints_of(longer, [(i + (i >= at), start, end) for i, start, end in spans])
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]


def fingerprints_of(paragraphs: list[str], spans: list[tuple[int, int, int]]) -> list[Finding]:
    document = draft("\n\n".join(paragraphs), "markdown")
    page = Page(document, a_rule())
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + 2)
    return fingerprints(document, [page.finding_in_source(starts[i] + a, starts[i] + b, "made") for i, a, b in spans])
