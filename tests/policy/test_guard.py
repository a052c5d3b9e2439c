import pytest
from made_findings import a_rule, draft, found, place

from lint.finding import Edit, Finding, Fix, Safety
from lint.guard import MalformedFixError, ProtectedPlaces, guard
from lint.page import Page
from lint.readers import read
from lint.rule import BODY, BlockKind, Document, Guarded, Rule
from lint.text.source import Source

EVERYTHING = frozenset(Guarded)


def with_edits(document: Document, *edits: tuple[int, int, str]) -> Finding:
    page = Page(document, a_rule())
    return page.finding_in_source(0, 1, "made", fixes=[Fix("mend", tuple(Edit(*e) for e in edits))])


def safety(document: Document, finding: Finding, rule: Rule | None = None) -> Safety:
    return guard(document, rule or a_rule(), finding).fixes[0].safety


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("“We was late,” he said.", "was", "were"),
        ("“We was late,” he said.", "We was late,", "We were late,"),
        ("“We  was late,” he said.", "  ", " "),
        ("He called it ‘the worse day’ yet.", "worse", "worst"),
        ('It was "the the" day.', "the ", ""),
        ("“They had let town", "let", "left"),
        ("He said: “It is late.” They left.", " “It is late.”", ""),
    ],
)
def test_words_inside_a_quotation_are_never_changed_whatever_the_rule_is_about(text: str, old: str, new: str) -> None:
    document = draft(text)
    assert safety(document, found(document, old, fix=new), a_rule(touches=EVERYTHING)) is Safety.SHOW


@pytest.mark.parametrize("mark", ["“", "”"])
def test_an_insertion_just_inside_a_quotation_mark_is_shown(mark: str) -> None:
    document = draft("He said, “nobody came” and left.")
    start, end = place(document, mark)
    at = end if mark == "“" else start
    assert safety(document, with_edits(document, (at, at, "almost "))) is Safety.SHOW


def test_closing_a_quotation_left_open_changes_nothing_in_it() -> None:
    document = draft("“They had left town, he said")
    at = len(document.text)
    assert safety(document, with_edits(document, (at, at, "”"))) is Safety.SAFE


@pytest.mark.parametrize(("put", "safe"), [(".", False), (" today", False), ("”, he said", True), ("\n", True)])
def test_what_is_written_on_at_the_end_of_an_open_quotation_is_shown(put: str, safe: bool) -> None:
    document = draft("“They had left town")
    at = len(document.text)
    assert safety(document, with_edits(document, (at, at, put))) is (Safety.SAFE if safe else Safety.SHOW)


def test_curling_the_marks_changes_nothing_in_a_quotation() -> None:
    document = draft('He said, "nobody came" and left.')
    first, second = place(document, '"')[0], place(document, '"', 1)[0]
    finding = with_edits(document, (first, first + 1, "“"), (second, second + 1, "”"))
    assert safety(document, finding) is Safety.SAFE


@pytest.mark.parametrize(
    ("touches", "new", "wanted"),
    [
        (EVERYTHING, "‘", Safety.SAFE),
        (EVERYTHING - {Guarded.MARKS}, "‘", Safety.SHOW),
        (EVERYTHING, "", Safety.SHOW),
        (EVERYTHING, "a", Safety.SHOW),
        (EVERYTHING, "‘‘", Safety.SHOW),
    ],
)
def test_marks_within_a_quotation_are_swapped_one_for_one_by_rules_about_them(
    touches: frozenset[Guarded], new: str, wanted: Safety
) -> None:
    document = draft("“He said “no” twice,” she said.")
    start = place(document, "“", 1)[0]
    assert safety(document, with_edits(document, (start, start + 1, new)), a_rule(touches=touches)) is wanted


@pytest.mark.parametrize(("old", "new"), [("”,", ",”"), ("”,", "r,”"), (" “", " “ "), (" “", " “too "), (" “", "—")])
def test_what_a_replaced_mark_puts_inside_a_quotation_counts_as_a_change(old: str, new: str) -> None:
    document = draft("It was “late”, he said.")
    assert safety(document, found(document, old, fix=new)) is Safety.SHOW


@pytest.mark.parametrize(("old", "new"), [("”,", "’,"), ("”,", '"—'), (" “", ": “"), ("“", ""), ("”", "")])
def test_what_is_changed_outside_a_mark_or_of_the_mark_itself_is_not_in_the_quotation(old: str, new: str) -> None:
    document = draft("It was “late”, he said.")
    assert safety(document, found(document, old, fix=new)) is Safety.SAFE


def test_an_edit_that_glues_a_word_to_an_opening_mark_is_shown() -> None:
    document = draft('He said "nobody came" twice.')
    start, _ = place(document, ' "')
    assert safety(document, with_edits(document, (start, start + 1, ""))) is Safety.SHOW
    assert safety(document, with_edits(document, (start, start + 1, "\n"))) is Safety.SAFE


def test_an_edit_that_glues_a_word_to_a_closing_mark_is_shown() -> None:
    document = draft("They spoke of 'one last try' again.")
    start, _ = place(document, " again")
    assert safety(document, with_edits(document, (start, start + 1, ""))) is Safety.SHOW


def test_words_outside_quotations_may_be_changed() -> None:
    document = draft("They had let “the town” on foot.")
    assert safety(document, found(document, "let", fix="left")) is Safety.SAFE


def test_a_quotation_block_is_a_quotation() -> None:
    document = draft("They wrote:\n\n> We was late.\n", "markdown")
    assert safety(document, found(document, "was", fix="were"), a_rule(touches=EVERYTHING)) is Safety.SHOW


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (Guarded.NAME, "Marsh", "March"),
        (Guarded.NAME, "Ida Marsh ", ""),
        (Guarded.NAME, "Ida Marsh", "IdaMarsh"),
        (Guarded.NAME, "Marsh ", "Marshs "),
        (Guarded.NAME, "Marsh won", "Marshwon"),
        (Guarded.NUMBER, "42", "24"),
        (Guarded.NUMBER, "42", ""),
        (Guarded.NUMBER, "42", "42,000"),
        (Guarded.NUMBER, "with 42", "with 142"),
        (Guarded.LINK, "https://example.com/vote", "https://example.com/poll"),
        (Guarded.LINK, "com/vote", "com/ vote"),
    ],
)
def test_names_numbers_and_links_are_changed_only_by_rules_about_them(kind: Guarded, old: str, new: str) -> None:
    document = draft("On the night Ida Marsh won with 42 votes, says https://example.com/vote today.")
    finding = found(document, old, fix=new)
    assert safety(document, finding) is Safety.SHOW
    assert safety(document, finding, a_rule(touches=EVERYTHING - {kind})) is Safety.SHOW
    assert safety(document, finding, a_rule(touches=[kind])) is Safety.SAFE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ida  Marsh", "Ida Marsh"),
        ("night", "evening"),
        ("that Ida  Marsh won won", "that Ida  Marsh won"),
        (" won won", " won"),
        ("42 votes", "42 ballots"),
    ],
)
def test_an_edit_may_pass_over_a_protected_place_that_it_leaves_as_it_is(old: str, new: str) -> None:
    document = draft("It was late that night that Ida  Marsh won won with 42 votes.")
    assert safety(document, found(document, old, fix=new)) is Safety.SAFE


@pytest.mark.parametrize(
    ("format", "text", "old", "new"),
    [
        ("markdown", "Take *the the* bus.", "*the the*", "the"),
        ("markdown", "Take **the** the bus.", "**the** ", ""),
        ("markdown", "Take **the** the bus.", "*the*", "the"),
        ("markdown", "Take **the** the bus.", "the** the", "the"),
        ("html", "<p>Take <b>the</b> the bus.</p>", "the</b> the", "the"),
        ("html", "<p>Take the bus &amp; the tram.</p>", "amp", "lt"),
        ("markdown", "## the\n\nA line.", "the", ""),
    ],
)
def test_markup_is_changed_or_emptied_only_by_rules_about_it(format: str, text: str, old: str, new: str) -> None:
    document = draft(text, format)
    finding = found(document, old, fix=new)
    assert safety(document, finding) is Safety.SHOW
    assert safety(document, finding, a_rule(touches=[Guarded.MARKUP])) is Safety.SAFE


@pytest.mark.parametrize(
    ("format", "text", "old", "nth"),
    [
        ("markdown", "Take **the** the bus.", " the", 0),
        ("html", "<p>Take <b>the</b> the bus.</p>", " the", 0),
        ("markdown", "One line.\n\nOne line.\n\nA **third** line.", "One line.", 1),
        ("markdown", "One line.\n\n\n\nAnother.", "\n\n\n", 0),
        ("html", "<p>Take the bus &amp; &amp; the tram.</p>", " &amp;", 1),
    ],
)
def test_edits_beside_markup_are_made(format: str, text: str, old: str, nth: int) -> None:
    document = draft(text, format)
    finding = found(document, old, nth=nth, fix="\n\n" if old.isspace() else "")
    assert safety(document, finding) is Safety.SAFE


def test_taking_out_all_that_markup_holds_by_several_edits_leaves_it_around_nothing() -> None:
    document = draft("Take **the** bus.", "markdown")
    start, _ = place(document, "the")
    finding = with_edits(document, (start, start + 1, ""), (start + 1, start + 3, ""))
    assert safety(document, finding) is Safety.SHOW


def test_code_is_changed_by_no_rule_that_does_not_read_code() -> None:
    document = draft("Type `let it it be` here.", "markdown")
    finding = found(document, " it", fix="")
    assert safety(document, finding, a_rule(touches=EVERYTHING)) is Safety.SHOW
    assert safety(document, finding, a_rule(scope=BODY | {BlockKind.CODE})) is Safety.SAFE


def test_a_directive_in_plain_text_is_not_swept_away_with_the_words_around_it() -> None:
    document = draft("They sang <!-- stet --> they sang again.")
    assert safety(document, found(document, " <!-- stet --> they sang", fix="")) is Safety.SHOW


def test_a_replacement_that_the_encoding_lacks_is_shown() -> None:
    finding = found(draft("it's late"), "'", fix="’")
    assert safety(draft("it's late", encoding="iso8859-1"), finding) is Safety.SHOW
    assert safety(draft("it's late", encoding="cp1252"), finding) is Safety.SAFE


def test_only_the_fix_that_changes_something_protected_is_shown() -> None:
    document = draft("They met Ida Marsh late late.")
    page = Page(document, a_rule())
    name, word = place(document, "Marsh"), place(document, " late", 1)
    fixes = [Fix("one", (Edit(*name, "March"),)), Fix("two", (Edit(*word, ""),), Safety.UNSAFE)]
    guarded = guard(document, a_rule(), page.finding_in_source(*word, "made", fixes=fixes))
    assert [fix.safety for fix in guarded.fixes] == [Safety.SHOW, Safety.UNSAFE]


@pytest.mark.parametrize(
    "edits",
    [
        [(0, 3, "a"), (2, 4, "b")],
        [(5, 6, "a"), (0, 1, "b")],
        [(0, 99, "a")],
        [(-1, 2, "a")],
        [(3, 2, "a")],
        [(2, 4, "a"), (2, 2, "b")],
    ],
)
def test_a_fix_that_cannot_be_made_is_the_rules_fault(edits: list[tuple[int, int, str]]) -> None:
    document = draft("A short line.")
    with pytest.raises(MalformedFixError, match="made/up"):
        guard(document, a_rule(), with_edits(document, *edits))


def test_places_worked_out_once_serve_many_findings() -> None:
    document = draft("She sat sat down. " * 2_000)
    places = ProtectedPlaces(document)
    finding = found(document, " sat", nth=1, fix="")
    assert {guard(document, a_rule(), finding, places).fixes[0].safety for _ in range(5_000)} == {Safety.SAFE}


@pytest.mark.parametrize(
    ("format", "new", "wanted"),
    [
        ("markdown", "a*b", Safety.SHOW),
        ("markdown", "ab", Safety.SAFE),
        ("html", "R&D", Safety.SHOW),
        ("html", "a*b", Safety.SAFE),
        ("plain", "R&D", Safety.SAFE),
    ],
)
def test_a_sign_that_the_format_might_read_as_markup_is_only_shown(format: str, new: str, wanted: Safety) -> None:
    document = read(Source("we met there"), format)
    assert safety(document, with_edits(document, (7, 12, new))) is wanted
