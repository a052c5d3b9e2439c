"""JUnit XML, for CI services that show test results: a suite a draft, a failed case a finding.

A draft without findings is one case that passes. What went wrong in a run is a case with an error. There are no times,
so that the same report gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..finding import Finding, Problem, Safety
from ..report import FileReport, Report
from . import RenderOptions
from .contract import TOOL
from .visible import visible

if TYPE_CHECKING:
    from ..rule import Rule

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOTES = {Safety.SAFE: "", Safety.UNSAFE: " (unsafe)", Safety.SHOW: " (only shown)"}


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as an XML document."""
    root = Element("testsuites", name=TOOL)
    for file in report.files:
        _suite(root, file.path, _cases(file))
    for problem in report.problems:
        _suite(root, problem.path or TOOL, [_error(problem, problem.path or TOOL)])
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _cases(file: FileReport) -> list[Element]:
    cases = [_error(problem, file.path) for problem in file.problems]
    cases += [_failure(finding, file.path) for finding in file.findings]
    return cases or [Element("testcase", name="nothing to mend", classname=_sound(file.path), file=_sound(file.path))]


def _suite(root: Element, name: str, cases: Iterable[Element]) -> None:
    suite = SubElement(root, "testsuite", name=_sound(name))
    suite.extend(cases)
    _count(suite)


def _count(element: Element) -> None:
    """Set the counts of what stands under an element."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", str(len(list(element.iter("error")))))
    element.set("skipped", "0")


def _failure(finding: Finding, path: str) -> Element:
    where = f"{finding.start.line}:{finding.start.column}"
    case = Element(
        "testcase", name=f"{where} {finding.rule}", classname=_sound(path), file=_sound(path),
        line=str(finding.start.line),
    )  # fmt: skip
    failure = SubElement(case, "failure", type=finding.severity.value, message=_sound(finding.message))
    lines = [f"{path}:{where}: {finding.severity.value} {finding.rule}: {finding.message}"]
    lines.append(f"    {finding.context.before.lstrip()}[{finding.text}]{finding.context.after.rstrip()}")
    lines += [f"    Fix: {fix.title}{_NOTES[fix.safety]}" for fix in finding.fixes]
    lines += [f"    Line {place.start.line}: {place.message}" for place in finding.related]
    failure.text = "\n".join(map(_sound, lines))
    return case


def _error(problem: Problem, path: str) -> Element:
    case = Element("testcase", name=_sound(problem.rule or "problem"), classname=_sound(path), file=_sound(path))
    SubElement(case, "error", type="problem", message=_sound(problem.message)).text = _sound(problem.message)
    return case


def _sound(text: str) -> str:
    """`text` on one line, with nothing that XML has no room for: controls as pictures, the rest taken out."""
    return _NO_XML.sub("", visible(text))
