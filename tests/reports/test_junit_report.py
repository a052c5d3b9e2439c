from __future__ import annotations

from xml.etree import ElementTree

from made_reports import FERRY, Maker, empty, full

from lint.finding import Problem, Severity
from lint.report import FileReport, Report
from lint.reports import render


def suites(report: Report) -> ElementTree.Element:
    root = ElementTree.fromstring(render(report, "junit").encode("utf-8"))
    for element in [root, *root.iter("testsuite")]:
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))
        assert element.get("errors") == str(len(list(element.iter("error"))))
    return root


def test_a_suite_a_draft_and_a_failure_a_finding() -> None:
    root = suites(full())
    assert [s.get("name") for s in root] == [
        "drafts/ferry.txt", "drafts/odd␛ names.txt", "drafts/tide tables.md", "drafts/ferry.txt", "drafts/old.txt",
    ]  # fmt: skip
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("20", "17", "2")
    case = root[0][1]
    assert case.attrib == {
        "name": "5:201 typo/real-word", "classname": "drafts/ferry.txt", "file": "drafts/ferry.txt", "line": "5",
    }  # fmt: skip
    failure = case[0]
    assert failure.get("type") == "error"
    assert failure.get("message", "").startswith("“let” has an object")
    assert (failure.text or "").endswith("    Fix: “let” to “left”")


def test_a_clean_draft_is_a_case_that_passes() -> None:
    (suite,) = suites(empty())
    assert [(case.get("name"), len(case)) for case in suite] == [("nothing to mend", 0)]


def test_problems_are_errors_in_the_draft_they_are_of() -> None:
    problem = Problem("the rule crashed", "a.txt", "a/b")
    root = suites(Report((FileReport("a.txt", "", problems=(problem,)),), (Problem("no draft was found"),)))
    assert [(s.get("name"), s.get("errors"), s.get("failures")) for s in root] == [
        ("a.txt", "1", "0"), ("copydesk", "1", "0"),
    ]  # fmt: skip


def test_it_is_xml_whatever_a_draft_holds() -> None:
    make = Maker(FERRY)
    said = "]]> <a b='c'>&amp; \x00\x1b\x85\ud800\ufffe\uffff \"q\""
    finding = make.finding("a/b", Severity.ERROR, said, make.span("Hail"), make.fix(make.span("Hail"), "x", said))
    root = suites(Report((FileReport(said, FERRY, (finding,), problems=(Problem(said, said, said),)),)))
    assert root[0][1][0].get("message") == "]]> <a b='c'>&amp; ␀␛<U+0085><U+D800> \"q\""
