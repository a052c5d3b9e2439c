from __future__ import annotations

import pytest

from lint.config import Layer, Said
from lint.errors import UsageError
from lint.finding import Severity
from lint.settings import Settings


def settings(configs, desk, name="draft.txt", **options):
    return configs(**options).for_path(desk / name).settings


def test_without_a_config_the_defaults_hold(configs, desk):
    assert settings(configs, desk) == Settings()


def test_the_nearest_config_holds_alone(configs, desk, write):
    write("copydesk.toml", 'genre = "feature"\nlanguage = "en-GB"\n')
    write("opinion/copydesk.toml", 'genre = "opinion"\n')
    assert settings(configs, desk).genre == "feature"
    assert settings(configs, desk, "opinion/a/draft.txt").genre == "opinion"
    assert settings(configs, desk, "opinion/draft.txt").language == ""


def test_a_pyproject_counts_only_with_its_table(configs, desk, write):
    write("copydesk.toml", 'genre = "feature"\n')
    write("site/pyproject.toml", '[project]\nname = "site"\n')
    assert settings(configs, desk, "site/draft.txt").genre == "feature"
    write("site/pyproject.toml", '[tool.copydesk]\ngenre = "news"\n')
    assert settings(configs, desk, "site/draft.txt").genre == "news"


def test_in_one_folder_copydesk_toml_goes_before_pyproject(configs, desk, write):
    write("pyproject.toml", '[tool.copydesk]\ngenre = "news"\n')
    write("copydesk.toml", 'genre = "feature"\n')
    assert settings(configs, desk).genre == "feature"


def test_somebody_elses_broken_pyproject_is_passed_over(configs, desk, write):
    write("copydesk.toml", 'genre = "feature"\n')
    write("site/pyproject.toml", "# copydesk is not set up here\n[project\n")
    assert settings(configs, desk, "site/draft.txt").genre == "feature"


def test_isolated_reads_nothing(configs, desk, write, no_user_config):
    write("copydesk.toml", "no toml at all")
    no_user_config.parent.mkdir()
    no_user_config.write_text("nor here")
    assert settings(configs, desk, isolated=True) == Settings()


def test_a_named_config_holds_in_place_of_the_nearest(configs, desk, write):
    write("copydesk.toml", 'genre = "feature"\n')
    other = write("other.toml", 'genre = "opinion"\n')
    assert settings(configs, desk, only=other).genre == "opinion"


def test_a_named_config_that_is_not_there(configs, desk):
    with pytest.raises(UsageError, match="no such config"):
        configs(only=desk / "nowhere.toml")


def test_later_extends_win_over_earlier_and_own_keys_over_all(configs, desk, write):
    write("a.toml", 'genre = "news"\nlanguage = "en-US"\nencoding = "latin-1"\n')
    write("b.toml", 'genre = "feature"\nlanguage = "en-GB"\n')
    write("copydesk.toml", 'extends = ["a.toml", "b.toml"]\ngenre = "opinion"\n')
    got = settings(configs, desk)
    assert (got.genre, got.language, got.encoding) == ("opinion", "en-GB", "iso8859-1")


def test_what_two_extended_configs_share_does_not_win_over_the_first(configs, desk, write):
    write("base.toml", 'genre = "news"\n')
    write("a.toml", 'extends = ["base.toml"]\ngenre = "feature"\n')
    write("b.toml", 'extends = ["base.toml"]\nlanguage = "en-GB"\n')
    write("copydesk.toml", 'extends = ["a.toml", "b.toml"]\n')
    assert settings(configs, desk).genre == "feature"


def test_selection_replaces_and_words_add_up(configs, desk, write):
    write("base.toml", 'select = ["spelling"]\nignore = ["length"]\naccept = ["Kyiv"]\nreject = { utilize = "use" }\n')
    write("copydesk.toml", 'extends = ["base.toml"]\nselect = ["length"]\nignore = []\naccept = ["Lviv"]\n')
    got = settings(configs, desk)
    assert (got.select, got.ignore) == (("length",), ())
    assert got.accept == {"Kyiv", "Lviv"}
    assert got.reject == {"utilize": "use"}


def test_extend_select_stands_beside_the_defaults(configs, desk, write):
    write("copydesk.toml", 'extend-select = ["length/word"]\n')
    assert settings(configs, desk).select == ("length/sentence", "spelling/double", "spelling/single", "length/word")


def test_extend_ignore_stands_beside_what_is_inherited(configs, desk, write):
    write("base.toml", 'ignore = ["length"]\n')
    write("copydesk.toml", 'extends = ["base.toml"]\nextend-ignore = ["spelling/single"]\n')
    assert settings(configs, desk).ignore == ("length/sentence", "length/word", "spelling/single")


def test_a_word_that_a_later_config_accepts_is_no_longer_rejected(configs, desk, write):
    write("base.toml", 'reject = ["impact", "utilize"]\naccept = ["y\'all"]\n')
    write("copydesk.toml", 'extends = ["base.toml"]\naccept = ["impact"]\nreject = { "y\'all" = "you" }\n')
    got = settings(configs, desk)
    assert got.accept == {"impact"}
    assert got.reject == {"utilize": "", "y'all": "you"}


def test_accept_files_are_read_beside_the_config_that_names_them(configs, desk, write):
    write("house/names.txt", "Zaporizhzhia  # the city\n\n# nobody\nO'Neal\n")
    write("house/copydesk.toml", 'accept-files = ["names.txt"]\n')
    write("copydesk.toml", 'extends = ["house/copydesk.toml"]\n')
    assert settings(configs, desk).accept == {"Zaporizhzhia", "O'Neal"}


def test_severities_take_rules_and_packs_and_off(configs, desk, write):
    write("copydesk.toml", '[severity]\nspelling = "suggestion"\n"spelling/twice" = "error"\nlength = "off"\n')
    got = settings(configs, desk)
    assert got.severity == {"spelling/single": Severity.SUGGESTION, "spelling/double": Severity.ERROR}
    assert got.ignore == ("length/sentence", "length/word")


def test_options_are_typed_and_merged_one_by_one(configs, desk, write):
    write("base.toml", '[rules."length/sentence"]\nmax-words = 30\nskip = ["and"]\n')
    write("copydesk.toml", 'extends = ["base.toml"]\n[rules."length/sentence"]\nmax-words = 20\n')
    assert settings(configs, desk).options == {"length/sentence": {"max-words": 20, "skip": ("and",)}}


def test_old_rule_names_mean_the_new_ones(configs, desk, write):
    write("copydesk.toml", 'select = ["spelling/twice"]\n')
    assert settings(configs, desk).select == ("spelling/double",)


def test_never_failing(configs, desk, write):
    write("copydesk.toml", 'fail-on = "never"\nmin-severity = "warning"\n')
    got = settings(configs, desk)
    assert (got.fail_on, got.min_severity) == (None, Severity.WARNING)


def test_paths_are_relative_to_their_config(configs, desk, write, loaded):
    write("house/copydesk.toml", 'packs = ["rules"]\nbaseline = "known.json"\n')
    write("copydesk.toml", 'extends = ["house/copydesk.toml"]\npacks = ["own"]\n')
    got = settings(configs, desk)
    assert got.baseline == desk / "house" / "known.json"
    assert got.packs == (desk / "house" / "rules", desk / "own")
    assert loaded == [(got.packs, ())]


# overrides


def test_overrides_hold_for_their_paths_and_later_ones_win(configs, desk, write):
    write(
        "copydesk.toml",
        'genre = "news"\nignore = ["length"]\n'
        '[[overrides]]\npaths = ["opinion/**", "*.md"]\ngenre = "opinion"\nignore = ["spelling/single"]\n'
        '[[overrides]]\npaths = ["opinion/letters/"]\ngenre = "feature"\nfail-on = "never"\n',
    )
    resolver = configs()
    genres = {
        name: resolver.for_path(desk / name).settings.genre
        for name in ("a.txt", "opinion/a.txt", "deep/in/a.md", "opinion/letters/x/a.txt", "my-opinion/a.txt")
    }
    assert list(genres.values()) == ["news", "opinion", "opinion", "feature", "news"]
    ignored = resolver.for_path(desk / "opinion/a.txt").settings.ignore
    assert ignored == ("length/sentence", "length/word", "spelling/single")
    assert resolver.for_path(desk / "opinion/letters/a.txt").settings.fail_on is None


def test_drafts_for_which_the_same_holds_share_one_object(configs, desk, write):
    write("copydesk.toml", '[[overrides]]\npaths = ["b/**"]\ngenre = "opinion"\n')
    resolver = configs()
    assert resolver.for_path(desk / "a.txt") is resolver.for_path(desk / "c/a.txt")
    assert resolver.for_path(desk / "b/a.txt") is not resolver.for_path(desk / "a.txt")


def test_an_override_turns_on_by_name_what_is_ignored_above(configs, desk, write):
    write(
        "copydesk.toml",
        'ignore = ["length", "spelling"]\n[severity]\n"length/word" = "off"\n'
        '[[overrides]]\npaths = ["x.txt"]\nextend-select = ["length/word"]\n',
    )
    got = settings(configs, desk, "x.txt")
    assert got.ignore == ("length/sentence", "spelling/double", "spelling/single")
    assert "length/word" in got.select


def test_an_extended_configs_overrides_are_relative_to_it_and_a_presets_to_its_user(configs, desk, write):
    write("house/copydesk.toml", '[[overrides]]\npaths = ["a.txt"]\ngenre = "opinion"\n')
    write("copydesk.toml", 'extends = ["house/copydesk.toml"]\n')
    assert settings(configs, desk, "a.txt").genre == ""
    assert settings(configs, desk, "house/a.txt").genre == "opinion"


def test_excluded_drafts(configs, desk, write):
    write("base.toml", 'exclude = ["*.old.txt"]\n')
    write("[x]/copydesk.toml", 'extends = ["../base.toml"]\nexclude = ["archive/**", "no?e.txt", "[ab].txt"]\n')
    resolver = configs()
    names = ("a.txt", "c.txt", "note.txt", "archive/1/z.txt", "sub/archive/z.txt", "sub/y.old.txt")
    out = [name for name in names if resolver.excludes(desk / "[x]" / name)]
    assert out == ["a.txt", "note.txt", "archive/1/z.txt", "sub/y.old.txt"]


# the command line


def test_the_command_line_lies_over_everything(configs, desk, write):
    write("copydesk.toml", 'genre = "news"\nselect = ["length"]\nignore = ["spelling/single", "length/word"]\n')
    line = Layer(
        desk,
        single={"genre": Said("opinion", "command line"), "baseline": Said("known.json", "command line")},
        lists={"select": [Said("spelling", "command line")], "ignore": [Said("spelling/double", "command line")]},
    )
    got = settings(configs, desk, command_line=line)
    assert (got.genre, got.select) == ("opinion", ("spelling",))
    assert got.ignore == ("length/word", "spelling/double", "spelling/single")
    assert got.baseline == desk / "known.json"


def test_a_rule_named_on_the_command_line_is_no_longer_ignored(configs, desk, write):
    write("copydesk.toml", 'ignore = ["spelling/single", "length/word"]\n')
    line = Layer(desk, lists={"select": [Said("spelling/single", "command line")]})
    assert settings(configs, desk, command_line=line).ignore == ("length/word",)


def test_a_pack_named_on_the_command_line_leaves_single_rules_ignored(configs, desk, write):
    write("copydesk.toml", 'ignore = ["spelling/single", "length"]\n')
    line = Layer(desk, lists={"select": [Said("spelling", "command line"), Said("length", "command line")]})
    assert settings(configs, desk, command_line=line).ignore == ("spelling/single",)


def test_a_rule_turned_off_comes_back_with_a_severity_and_an_ignored_one_does_not(configs, desk, write):
    write("base.toml", 'ignore = ["spelling/double"]\n[severity]\n"spelling/single" = "off"\nlength = "off"\n')
    write(
        "copydesk.toml",
        'extends = ["base.toml"]\n'
        '[severity]\n"spelling/single" = "error"\n"spelling/double" = "error"\n"length/word" = "error"\n',
    )
    assert settings(configs, desk).ignore == ("length/sentence", "spelling/double")


# Python in packs


def test_python_runs_only_where_the_person_at_the_keyboard_allows_it(configs, desk, write, loaded, no_user_config):
    write("copydesk.toml", 'packs = ["house", "other"]\n')
    house, other = desk / "house", desk / "other"
    settings(configs, desk)
    settings(configs, desk, allow_python=[house])
    no_user_config.parent.mkdir()
    no_user_config.write_text(f'allow-python = ["{other}", "{desk / "unused"}"]\n')
    settings(configs, desk)
    assert [python for _, python in loaded] == [(), (house,), (other,)]


def test_a_folder_allowed_on_the_command_line_is_loaded(configs, desk, loaded):
    got = settings(configs, desk, allow_python=[desk / "house"], isolated=True)
    assert loaded == [((), (desk / "house",))]
    assert got.python_packs == (desk / "house",)


def test_a_folder_beside_an_allowed_one_is_not_allowed(configs, desk, write, loaded):
    write("copydesk.toml", 'packs = ["house-two", "house/inner"]\n')
    settings(configs, desk, allow_python=[desk / "house"])
    assert loaded[0][1] == (desk / "house" / "inner",)
