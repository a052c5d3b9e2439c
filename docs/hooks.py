"""What mkdocs does beside building the pages of this folder: a page a rule, and the repository's own pages.

The pages of rules are made of the rules themselves, so they are not kept here. CONTRIBUTING and CHANGELOG stand in the
root of the repository, where people look for them; here they become pages of the site.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from lint import docs, packs

ROOT = Path(__file__).resolve().parent.parent
FROM_ROOT = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md"}
"""Pages in the root of the repository, and where they stand on the site."""
_LINK = re.compile(r"\[([^\]\n]+)\]\((?![a-z]+:)([^)#\s]+)(#[^)\s]*)?\)")
_COMMENT = re.compile(r"^<!-- [a-z-]+: [^\n]* -->\n(?=```)", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put a page a rule under “Rules” in the navigation, pack by pack."""
    catalogue = packs.load(installed=False)
    listed: list[Any] = [docs.INDEX]
    for name in catalogue.packs:
        listed.append({name: [{r.name: docs.path_of(r)} for r in catalogue.named(name)]})
    config.nav = [{"Rules": listed} if entry == {"Rules": docs.INDEX} else entry for entry in config.nav or []]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are not files of this folder."""
    measured = docs.Measured.load(Path(config.docs_dir) / "measured.toml")
    for path, text in docs.pages(packs.load(installed=False), measured):
        files.append(File.generated(config, path, content=text))
    for name, path in FROM_ROOT.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links within the repository to their page on the site, and leave out what only tests read."""
    home = {path: name for name, path in FROM_ROOT.items()}.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    folder = posixpath.dirname(home)

    def led(match: re.Match[str]) -> str:
        text, target, anchor = match[1], match[2], match[3] or ""
        path = posixpath.normpath(posixpath.join(folder, target))
        there = FROM_ROOT.get(path) or ("index.md" if path == "README.md" else path.removeprefix("docs/"))
        if path.startswith("docs/") or path in FROM_ROOT or path == "README.md":
            return f"[{text}]({posixpath.relpath(there, posixpath.dirname(page.file.src_uri) or '.')}{anchor})"
        return text  # what stands in the repository alone has no page

    return _LINK.sub(led, _COMMENT.sub("", markdown))
