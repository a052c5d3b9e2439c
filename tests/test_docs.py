"""What the README and the docs show is what happens, and what there is, they name."""

from __future__ import annotations

import doctest
import json
import os
import re
import runpy
import shlex
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from lint import cases, docs, packs
from lint.cli.app import COMMANDS, app
from lint.config import Configs, presets, user
from lint.config.schema import KEYS
from lint.declare import declared
from lint.packs import Catalogue
from lint.readers import EXTENSIONS, FORMATS
from lint.reports import FORMATS as REPORT_FORMATS
from lint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]
CATALOGUE = packs.load(installed=False)
_blocks = runpy.run_path(str(ROOT / "tests" / "readme.py"))["blocks"]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def blocks(kind: str) -> list[Any]:
    """The blocks of a kind on all pages, as parameters with their names."""
    return [pytest.param(b, id=f"{page.name}:{b.name}") for page in PAGES for b in _blocks(page, kind)]


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def nobodys_own_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")
    for name in os.environ:
        if name.startswith("COPYDESK_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)


# what is shown


def printed(line: str) -> list[str]:
    """The lines that a shown command prints: "$ copydesk ..." or "$ echo '...' | copydesk ..."."""
    words = shlex.split(line)
    stdin = ""
    if words[0] == "echo":
        stdin, words = f"{words[1]}\n", words[words.index("|") + 1 :]
    assert words[0] == "copydesk", line
    result = CliRunner().invoke(app, words[1:], input=stdin, prog_name="copydesk")
    assert result.exit_code in (0, 1), result.output
    return str(result.stdout).splitlines()


@pytest.mark.parametrize("block", blocks("output"))
def test_shown_output_is_printed(block: Any) -> None:
    """Lines stand in this order; "…" alone stands for any number of others, and nothing else may be left out."""
    command, *shown = block.text.splitlines()
    assert command.startswith("$ ")
    assert len(shown) > 1
    rest = iter(printed(command.removeprefix("$ ")))
    skipping = False
    for line in shown:
        if line == "…":
            skipping = True
            continue
        found = next((p for p in rest if not skipping or p == line), None)
        assert found == line
        skipping = False
    assert skipping or not list(rest), "the output goes on"


@pytest.mark.parametrize("block", blocks("config"))
def test_a_shown_config_is_sound(block: Any, tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(block.text, encoding="utf-8")
    held = Configs(tmp_path).for_path(tmp_path / "opinion" / "draft.md").settings
    assert held.genre == "opinion"
    assert held.ignore


@pytest.mark.parametrize("block", blocks("rule"))
def test_the_cases_of_a_shown_rule_in_toml_hold(block: Any) -> None:
    rule = declared(block.name, tomllib.loads(block.text), block.name)
    assert cases.run(rule, _with(rule)) == []


@pytest.mark.parametrize("block", blocks("python-rule"))
def test_the_cases_of_a_shown_rule_in_python_hold(block: Any, tmp_path: Path) -> None:
    pack, _, name = block.name.partition("/")
    (tmp_path / pack).mkdir()
    (tmp_path / pack / "pack.toml").write_text('title = "Shown"', encoding="utf-8")
    (tmp_path / pack / f"{name.replace('-', '_')}.py").write_text(block.text, encoding="utf-8")
    catalogue = packs.load([tmp_path], [tmp_path], installed=False)
    assert cases.run(catalogue.rules[block.name], catalogue) == []


@pytest.mark.parametrize("name", ["python-api.md", "cms.md"])
def test_the_shown_python_prints_what_it_shows(name: str) -> None:
    text = "\n".join(block.text for block in _blocks(DOCS / name, "doctest"))
    test = doctest.DocTestParser().get_doctest(text, {}, name, f"docs/{name}", 0)
    assert len(test.examples) > 10
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL, verbose=False)
    runner.run(test, out=said.append)
    assert said == []


def test_the_python_of_the_readme_runs() -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGES[0].read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    held: dict[str, Any] = {}
    exec(code, held)
    assert held["mended"] == "The mayor signed the order."
    assert [finding.rule for finding in held["report"].findings] == ["duplication/word"]
    assert not held["verdict"].passes
    assert held["held_back_by"] == [("body", "“the” is set twice.")]


def test_the_contract_holds_for_real_output() -> None:
    (shown,) = _blocks(DOCS / "formats.md", "output")
    schema = _schema_of(json.loads(shown.text.partition("\n")[2]))
    result = CliRunner().invoke(app, ["check", "--format", "json", "examples"])
    real = json.loads(result.stdout)
    jsonschema.validate(real, schema)
    assert real["summary"]["files"] == len(real["files"]) > 1
    assert sum(len(file["findings"]) for file in real["files"]) > 10


def _schema_of(value: Any) -> dict[str, Any]:
    """A schema of what an example shows: the same keys and no others, the same types, lists of such items."""
    if isinstance(value, dict):
        properties = {key: _schema_of(v) for key, v in value.items()}
        return {"type": "object", "properties": properties, "required": list(value), "additionalProperties": False}
    if isinstance(value, list):
        return {"type": "array", "items": _schema_of(value[0])} if value else {"type": "array"}
    return {"type": {str: "string", int: "integer", float: "number"}[type(value)]}


def _with(rule: Rule) -> Catalogue:
    return Catalogue({**CATALOGUE.rules, rule.name: rule}, CATALOGUE.packs, CATALOGUE.redirects)


# what is named


@pytest.mark.parametrize("name", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(name: Path) -> None:
    targets = {name.parent / target for target in _LINK.findall(name.read_text(encoding="utf-8"))}
    made = {DOCS / docs.INDEX, *(DOCS / docs.path_of(rule) for rule in CATALOGUE.rules.values())}
    assert sorted(str(target) for target in targets - made if not target.exists()) == []


def test_every_page_is_in_the_index() -> None:
    pages = {path.name for path in DOCS.glob("*.md")} - {"index.md"}
    assert set(_LINK.findall(page("index.md"))) >= pages


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda k: k.name)
def test_every_key_of_a_config_is_explained(key: Any) -> None:
    (row,) = re.findall(rf"^\| `{key.name}` \| (.*) \|$", page("configuration.md"), re.MULTILINE)
    assert [choice for choice in key.choices if f"`{choice}`" not in row] == []


def test_every_key_of_an_override_is_named() -> None:
    (said,) = re.findall(r"((?:`[a-z-]+`[\s,and]*)+) may also stand in `\[\[overrides\]\]`", page("configuration.md"))
    assert set(re.findall(r"`([a-z-]+)`", said)) == {key.name for key in KEYS.values() if key.override}


def test_every_preset_is_named() -> None:
    assert sorted(re.findall(r"^\| `(preset:[a-z]+)`", page("configuration.md"), re.MULTILINE)) == presets.names()


def test_every_format_and_extension_is_named() -> None:
    named = set(re.findall(r"`([^`\n]+)`", page("formats.md")))
    assert named >= {*FORMATS, *EXTENSIONS, *REPORT_FORMATS}


def test_every_key_of_a_declared_rule_is_named() -> None:
    from lint.declare import _KEYS

    text = page("writing-rules.md")
    assert [key for key in _KEYS if not re.search(rf"`\[*{key}\]*(?: = \w+)?`|\b{key} = ", text)] == []


def test_every_command_is_named() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [command for command in COMMANDS if f"copydesk {command}" not in text] == []
