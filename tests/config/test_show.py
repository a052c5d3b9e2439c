from __future__ import annotations

from lint.config import Layer, Said
from lint.config.resolve import Row


def rows(configs, desk, **options):
    return configs(**options).for_path(desk / "draft.txt").rows


def test_without_a_config_all_is_default(configs, desk):
    got = rows(configs, desk)
    assert {row.place for row in got} == {"default"}
    assert Row("fail-on", "warning", "default") in got
    assert Row("select", "the rules that are on by default", "default") in got


def test_each_value_names_the_line_that_says_it(configs, desk, write):
    write("base.toml", 'genre = "news"\naccept = ["Kyiv"]\n\n[rules."length/sentence"]\nmax-words = 30\n')
    write(
        "copydesk.toml",
        'extends = ["base.toml"]\naccept = [\n  "Lviv",\n  "Odesa",\n]\n[reject]\nutilize = "use"\n'
        '[severity]\n"spelling/double" = "error"\n[rules."length/sentence"]\nskip = ["and", "or"]\n',
    )
    line = Layer(desk, single={"fail-on": Said("never", "command line")})
    got = rows(configs, desk, command_line=line)
    assert [row for row in got if row.place != "default"] == [
        Row("fail-on", "never", "command line"),
        Row("genre", "news", "base.toml:1"),
        Row("accept", "Kyiv", "base.toml:2"),
        Row("accept", "Lviv", "copydesk.toml:3"),
        Row("accept", "Odesa", "copydesk.toml:4"),
        Row('reject "utilize"', "use", "copydesk.toml:7"),
        Row('severity "spelling/double"', "error", "copydesk.toml:9"),
        Row('rules "length/sentence" max-words', "30", "base.toml:5"),
        Row('rules "length/sentence" skip', "and, or", "copydesk.toml:11"),
    ]


def test_a_preset_is_named_as_extends_names_it(configs, desk, write):
    write("copydesk.toml", 'extends = ["preset:opinion"]\nignore = []\n')
    place = next(row.place for row in rows(configs, desk) if row.key == "genre")
    assert place.startswith("preset:opinion:")


def test_an_override_is_named_by_its_own_line(configs, desk, write):
    write(
        "copydesk.toml",
        '[[overrides]]\npaths = ["a/**"]\ngenre = "news"\n\n[[overrides]]\npaths = ["*.txt"]\ngenre = "feature"\n'
        '[overrides.severity]\n"spelling/double" = "error"\n',
    )
    got = rows(configs, desk)
    assert Row("genre", "feature", "copydesk.toml:7") in got
    assert Row('severity "spelling/double"', "error", "copydesk.toml:9") in got
