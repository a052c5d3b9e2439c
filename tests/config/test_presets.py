"""What ships: presets and the template must hold against the rules that ship."""

from __future__ import annotations

import re

import pytest

from lint.config import Configs, presets
from lint.config.schema import KEYS
from lint.config.template import template
from lint.finding import Severity


@pytest.mark.parametrize("name", presets.names())
def test_every_preset_names_rules_that_there_are(desk, write, name):
    write("copydesk.toml", f'extends = ["{name}"]\n')
    assert Configs(desk).for_path(desk / "draft.txt").settings.genre


def test_strict_stands_on_wire(desk, write):
    write("copydesk.toml", 'extends = ["preset:strict"]\n')
    settings = Configs(desk).for_path(desk / "draft.txt").settings
    assert (settings.select, settings.fail_on, settings.genre) == (("all",), Severity.SUGGESTION, "news")


def test_the_template_names_every_key():
    assert [key for key in KEYS if not re.search(rf"^# \[*{key}\b", template(), re.MULTILINE)] == []


def test_the_template_as_written_says_nothing(desk, write, configs):
    write("copydesk.toml", template())
    assert {row.place for row in configs().for_path(desk / "draft.txt").rows} == {"default"}


@pytest.mark.parametrize("key", [k for k in KEYS.values() if k.name not in ("accept-files",)], ids=lambda k: k.name)
def test_every_example_is_sound(desk, write, key):
    (desk / "house").mkdir()
    write("house/pack.toml", 'title = "House"\n')
    write("copydesk.toml", key.example + "\n")
    rows = Configs(desk).for_path(desk / "opinion/draft.txt").rows
    assert any(row.place.startswith("copydesk.toml:") for row in rows) or key.name in ("extends",)
