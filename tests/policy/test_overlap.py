from made_findings import a_rule, decide, draft, found, texts

from lint.page import Page

DRAFT = draft("The mayor very strongly denied it, and the mayor left.")


def test_the_same_thing_said_twice_of_one_place_is_said_once() -> None:
    findings = [found(DRAFT, "very strongly"), found(DRAFT, "very"), found(DRAFT, "strongly denied")]
    assert texts(decide(DRAFT, findings).findings) == ["very", "strongly denied"]


def test_different_messages_on_one_place_are_both_said() -> None:
    findings = [found(DRAFT, "very", message="needless"), found(DRAFT, "very", message="stale")]
    assert len(decide(DRAFT, findings).findings) == 2


def test_the_same_message_at_touching_places_is_said_twice() -> None:
    findings = [found(DRAFT, "very "), found(DRAFT, "strongly")]
    assert len(decide(DRAFT, findings).findings) == 2


def test_one_insertion_point_named_twice_is_said_once() -> None:
    point = Page(DRAFT, a_rule()).finding_in_source(4, 4, "made")
    assert len(decide(DRAFT, [point, point]).findings) == 1


def test_rules_do_not_hide_each_others_findings() -> None:
    rules = [a_rule("made/a"), a_rule("made/b")]
    findings = [found(DRAFT, "very strongly", rules[0]), found(DRAFT, "very strongly", rules[1])]
    assert len(decide(DRAFT, findings, *rules).findings) == 2


def test_a_finding_yields_to_the_rule_that_it_names_where_they_overlap_and_nowhere_else() -> None:
    strong, weak = a_rule("made/strong"), a_rule("made/weak", yields_to=("made/strong",))
    findings = [
        found(DRAFT, "very strongly", strong),
        found(DRAFT, "strongly denied", weak),
        found(DRAFT, "left", weak),
    ]
    assert texts(decide(DRAFT, findings, strong, weak).findings) == ["very strongly", "left"]


def test_an_insertion_point_yields_too() -> None:
    strong, weak = a_rule("made/strong"), a_rule("made/weak", yields_to=("made/strong",))
    point = Page(DRAFT, weak).finding_in_source(12, 12, "made")
    assert texts(decide(DRAFT, [point, found(DRAFT, "very", strong)], strong, weak).findings) == ["very"]


def test_a_finding_that_has_yielded_hides_nothing() -> None:
    first = a_rule("made/first")
    second = a_rule("made/second", yields_to=("made/first",))
    third = a_rule("made/third", yields_to=("made/second",))
    findings = [found(DRAFT, "very", first), found(DRAFT, "very strongly", second), found(DRAFT, "strongly", third)]
    assert texts(decide(DRAFT, findings, first, second, third).findings) == ["very", "strongly"]


def test_of_rules_that_yield_to_each_other_one_is_kept() -> None:
    one, other = a_rule("made/a", yields_to=("made/b",)), a_rule("made/b", yields_to=("made/a",))
    findings = [found(DRAFT, "very", one), found(DRAFT, "very", other)]
    assert [f.rule for f in decide(DRAFT, findings, one, other).findings] == ["made/b"]
    assert decide(DRAFT, findings, one, other) == decide(DRAFT, findings[::-1], other, one)
