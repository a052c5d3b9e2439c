"""Nothing that Copydesk runs on reports its own use to anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_onnxruntime_is_loaded_in_one_place_alone():
    loading = [
        str(path.relative_to(ROOT))
        for folder in ("lint", "rules")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "import onnxruntime" in path.read_text(encoding="utf-8")
    ]
    assert loading == ["lint/models/runtime.py"]


def test_a_check_leaves_no_trace_in_a_home_and_says_nothing(tmp_path: Path):
    """Telemetry would keep an identifier of the machine there, and warn where it cannot."""
    (tmp_path / "draft.txt").write_text("The two units have since let the town of Dorva, he said to us on Friday.\n")
    home = tmp_path / "home"
    home.mkdir()
    kept = {
        k: v for k, v in os.environ.items() if k not in ("CI", "ORT_DISABLE_TELEMETRY") and not k.startswith("XDG_")
    }
    done = subprocess.run(
        [sys.executable, "-c", "from lint.cli import main; main()", "check", "--isolated",
         "--no-cache", "--exit-zero", "--select", "typo", "draft.txt"],
        cwd=tmp_path, env={**kept, "HOME": str(home)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert list(home.rglob("*")) == []
