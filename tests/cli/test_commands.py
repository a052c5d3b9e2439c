"""Runs of the command kept as files: arguments, input, files, and what must come out.

Keys of a case: args, stdin, env, files; exit, stdout, stderr (whole texts), stdout-has, stderr-has (lines or parts
of them), after (what files hold afterwards).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
KEYS = {"args", "stdin", "env", "files", "exit", "stdout", "stderr", "stdout-has", "stderr-has", "after"}


def cases():
    for path in CASES:
        for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield pytest.param(case, id=f"{path.stem}-{name}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case, desk, run):
    assert set(case) <= KEYS
    for name, text in case.get("files", {}).items():
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    result = run(*case["args"], stdin=case.get("stdin", ""), env=case.get("env"))
    assert result.exit_code == case["exit"], result.output
    for stream in ("stdout", "stderr"):
        got = getattr(result, f"{stream}_bytes").decode("utf-8")
        if stream in case:
            assert got == case[stream]
        for part in case.get(f"{stream}-has", ()):
            assert part in got
    for name, text in case.get("after", {}).items():
        assert (desk / name).read_bytes().decode("utf-8") == text
