"""The JavaScript client's own way of making fixes comes to what the service says."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

from lint.web import module

SCRIPT = Path(__file__).parents[1] / "client" / "fixes.mjs"
WORDS = [
    "the", "the the", "of of", "a harbor", "left", "\U0001f389", "\U0001f389\U0001f389", "cafe\u0301", "quay,which", "  ", ". ",
    "\U0001f469\u200d\U0001f4bb", "“the the”", "\n\n", "She said", "in in the", "Crews had let the pier by noon.",
]  # fmt: skip


def test_fixes_made_by_the_client_are_those_of_the_service(node: str, start_server, tmp_path: Path) -> None:
    chosen = random.Random(4)
    drafts = [" ".join(chosen.choices(WORDS, k=chosen.randint(1, 14))) for _ in range(60)]
    (tmp_path / "client.mjs").write_text(module("copydesk.js"), encoding="utf-8")
    server = start_server(tmp_path, "--isolated", "--workers", "1", "--quiet")
    try:
        done = subprocess.run(
            [node, str(SCRIPT), server.url], input=json.dumps(drafts), capture_output=True, text=True, timeout=300,
            check=False, env=os.environ | {"CLIENT": (tmp_path / "client.mjs").as_uri()},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        said = [server.client.post("/v1/fix", json={"text": draft}).json()["text"] for draft in drafts]
    finally:
        server.close()
    assert json.loads(done.stdout) == said
    assert sum(draft != text for draft, text in zip(drafts, said, strict=True)) > 20
