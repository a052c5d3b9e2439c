"""What a draft is taken for: who says so, how it is guessed, and what follows."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint import By, Genre, Linter, Settings, UsageError
from lint.cli.app import app
from lint.cms import gate
from lint.config import user
from lint.genre import genre_of, misnamed, of_path
from lint.readers import read
from lint.report import Report
from lint.reports import RenderOptions, render
from lint.text.source import Source

RULE = """
what = "A verdict in the writer's own voice."
severity = "warning"
why = "Who says so?"
when-not = "In opinion."
source = "House practice."
message = "Who says “{text}”?"
voice = true
phrases = ["plainly wrong"]
bad = ["It is ⟦plainly wrong⟧."]
good = ["She said that it was wrong."]
"""
VERDICT = "The harbour board met on Tuesday at the town hall. Its plan for the pier is plainly wrong.\n"
NEWS = (
    "PORT ELLERY (AP) — The harbour board voted 7-2 on Tuesday to sell the pier, its chairman, Tom Hale, said.\n\n"
    + "The sale will bring in 4 million pounds, Mr. Hale said, and the work will begin on Monday.\n\n" * 10
)
COLUMN = (
    "Sell the Pier, and Be Sorry\n\n"
    + "I grew up on that pier, and I am not alone. We do not own much in this town, but we own that. It should never "
    "be sold, and surely our board must know it: what is ours is not theirs to give away, no matter how even the real "
    "figures look. I say no.\n\n" * 6
)
TURNS = (
    "A Talk About the Pier\n\n" + "HALE: I do not own it. We do not, and we never did. No, I say it is ours.\n\n" * 20
)


def guess(text: str, format: str = "plain", path: str = "") -> Genre:
    return genre_of(read(Source(text, path=path), format))


# who says so


def front(value: str) -> str:
    return f"---\ntitle: A pier\ngenre: {value}\n---\n\n{VERDICT}"


@pytest.mark.parametrize(
    ("asked", "said", "configured", "taken"),
    [
        ("news", "opinion", "analysis", Genre("news", By.ASKED)),
        ("", "opinion", "analysis", Genre("opinion", By.DRAFT)),
        ("", "", "analysis", Genre("analysis", By.CONFIG)),
        ("", "", "", Genre("news", By.GUESS)),
    ],
)
def test_the_nearest_word_on_it_holds(asked: str, said: str, configured: str, taken: Genre) -> None:
    text = front(said) if said else VERDICT
    linter = Linter(Settings(genre=configured))
    assert linter.check(text, format="markdown", genre=asked).genre == taken
    assert Linter(Settings(genre=configured, asked_genre=asked)).check(text, format="markdown").genre == taken
    assert linter.fix(text, format="markdown", genre=asked).left.genre == taken


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("---\ngenre: opinion\n---\n\nA.\n", "markdown"),
        ('---\nGenre: "Opinion"  # for the column\n---\n\nA.\n', "markdown"),
        ('+++\ngenre = "opinion"\n+++\n\nA.\n', "markdown"),
        ('<meta name="genre" content="opinion"><p>A.</p>', "html"),
        ('<html><head><meta itemprop="genre" content="Opinion"></head><body><p>A.</p></body></html>', "html"),
    ],
)
def test_a_draft_says_it_of_itself(text: str, format: str) -> None:
    assert guess(text, format) == Genre("opinion", By.DRAFT)


@pytest.mark.parametrize(
    "text",
    [
        "---\nbook:\n  genre: opinion\n---\n\nA.\n",
        '+++\ntitle = "A"\n[book]\ngenre = "opinion"\n+++\n\nA.\n',
        "---\ngenre:\n---\n\nA.\n",
        "---\ngenre: |\n  opinion\n---\n\nA.\n",
        "genre: opinion\n\nA.\n",
    ],
)
def test_what_is_no_field_of_the_draft_says_nothing(text: str) -> None:
    document = read(Source(text), "markdown")
    assert genre_of(document).by is By.GUESS
    assert misnamed(document) is None


def test_a_genre_that_there_is_not_is_a_problem_with_its_place_and_remedy() -> None:
    report = Linter(Settings(genre="feature")).check(front("opinoin"), format="markdown", path="pier.md")
    (problem,) = report.problems
    assert (problem.path, problem.rule) == ("pier.md", "")
    assert problem.message == 'line 3, column 8: no genre is called "opinoin" (did you mean "opinion"?)'
    assert report.genre == Genre("feature", By.CONFIG)
    assert not Linter().check(front("poem"), format="markdown", genre="news").problems


def test_a_genre_that_nobody_has_heard_of_is_not_asked_for() -> None:
    with pytest.raises(UsageError, match="no genre is called"):
        Linter().check(VERDICT, genre="poem")
    with pytest.raises(UsageError, match="no genre is called"):
        gate({"body": VERDICT}, genre="poem")


# the guess


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OPINION\n\nThe Pier Is Ours\n\n" + VERDICT, "opinion"),
        ("ANALYSIS/OPINION:\n\n" + VERDICT, "opinion"),
        ("Editorial: The Pier Is Ours\n\n" + VERDICT, "opinion"),
        ("The Pier Is Ours | Opinion\n\n" + VERDICT, "opinion"),
        ("Who Would Sell a Pier?\n\nMara Bell\n\nOpinion columnist\n\n" + VERDICT, "opinion"),
        ("COMMENTARY: The pier is ours, and always was.\n\n" + VERDICT, "opinion"),
        (VERDICT + "\nMara Bell is a columnist for The Port Ellery Gazette.\n", "opinion"),
        (VERDICT + "\nThe opinions expressed in this article are those of the author.\n", "opinion"),
        ("News Analysis\n\nWhat the Pier Is Worth\n\n" + VERDICT, "analysis"),
        ("Analysis: What the Pier Is Worth\n\n" + VERDICT, "analysis"),
        ("Profile\n\nThe Last Keeper of the Pier\n\n" + VERDICT, "feature"),
        ("Board Asks for Opinion on the Pier\n\n" + VERDICT, "news"),
        ("Public Opinion: Most Want to Keep the Pier\n\n" + VERDICT, "news"),
        ("News\n\nOpinion\n\nSport\n\nBoard Sells the Pier to a Bank\n\n" + VERDICT, "news"),
        (VERDICT + VERDICT * 2 + "\n" + VERDICT * 3 + "\nOpinion\n\n" + VERDICT, "news"),
    ],
)
def test_labels_tell(text: str, name: str) -> None:
    assert guess(text).name == name


@pytest.mark.parametrize(
    ("text", "format", "why"),
    [
        ("---\ntitle: The pier\ncategories: [Local, Opinion]\n---\n\nA.\n", "markdown", "its categories is “Opinion”"),
        ('<meta property="article:section" content="Op-Ed"><p>A.</p>', "html", "its section is “Op-Ed”"),
        (
            '<link rel="canonical" href="https://g.example/opinion/pier"><p>A.</p>',
            "html",
            "its address is in that section",
        ),
        ('<link rel="canonical" href="https://g.example/news/opinion"><p>A.</p>', "html", ""),
        ('<link rel="canonical" href="https://[g/opinion/a"><p>A.</p>', "html", ""),
        ("<nav><a>Opinion</a></nav><p>The board met.</p>", "html", ""),
    ],
)
def test_sections_and_addresses_tell(text: str, format: str, why: str) -> None:
    taken = guess(text, format)
    assert (taken.name, taken.why) == ("opinion" if why else "news", why)


def test_folders_tell_and_names_of_files_do_not(tmp_path: Path) -> None:
    assert of_path(str(tmp_path / "Opinion" / "2024" / "pier.txt")) == "opinion"
    assert of_path(str(tmp_path / "opinion")) == of_path("<text>") == of_path("") == ""
    assert guess(NEWS, path=str(tmp_path / "op-ed" / "pier.txt")).why == "its path is in such a folder"


def test_the_writers_voice_tells_where_there_is_enough_of_it() -> None:
    assert guess(COLUMN) == Genre("opinion", By.GUESS, "it argues in the writer's own voice")
    assert guess(COLUMN[:300]).name == "news"
    assert guess(NEWS).name == "news"


def test_what_others_say_is_not_the_writers_voice() -> None:
    assert guess(TURNS).name == "news"
    assert guess("\n\n".join(f"“{p}”" for p in COLUMN.split("\n\n") if p)).name == "news"


# what follows


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack whose one rule is about the writer's voice, and a draft with two findings of it."""
    folder = tmp_path / "desk"
    (folder / "house").mkdir(parents=True)
    (folder / "house" / "pack.toml").write_text('title = "The house"\nabout = "Its rules."\n')
    (folder / "house" / "verdict.toml").write_text(RULE)
    (folder / "copydesk.toml").write_text('packs = ["house"]\nselect = ["house", "duplication/word"]\n')
    (folder / "pier.md").write_text(f"{VERDICT}\nThe sale is plainly wrong too, and so is the the price.\n")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")
    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)
    return folder


@pytest.fixture
def copydesk(desk: Path, tmp_path: Path) -> Callable[..., Result]:
    def copydesk(*args: str) -> Result:
        return CliRunner().invoke(app, [*args, "--cache-dir", str(tmp_path / "kept"), "pier.md"], prog_name="copydesk")

    return copydesk


def severities(result: Result) -> list[str]:
    return [f["severity"] for f in json.loads(result.stdout)["files"][0]["findings"] if f["rule"] == "house/verdict"]


@pytest.mark.parametrize(
    ("genre", "severity"),
    [("news", "warning"), ("feature", "warning"), ("analysis", "suggestion"), ("opinion", "suggestion")],
)
def test_rules_on_the_writers_voice_suggest_in_opinion_and_analysis(
    copydesk: Callable[..., Result], genre: str, severity: str
) -> None:
    result = copydesk("check", "--format", "json", "--ignore", "duplication", "--genre", genre)
    assert severities(result) == [severity, severity]
    assert result.exit_code == int(severity == "warning")
    assert json.loads(result.stdout)["files"][0]["genre"] == {"name": genre, "by": "asked", "why": ""}


def test_the_text_report_counts_them_in_one_line(copydesk: Callable[..., Result]) -> None:
    folded = copydesk("check", "--genre", "opinion").stdout
    assert "pier.md: 2 claims in the writer’s voice: opinion copy; --genre news shows them.\n" in folded
    assert "house/verdict:" not in folded
    assert "duplication/word:" in folded
    assert copydesk("check", "--genre", "analysis").stdout.count(" house/verdict:") == 2
    assert copydesk("check", "--genre", "news").stdout.count(" house/verdict:") == 2
    colored = copydesk("check", "--genre", "opinion", "--color").stdout
    assert "2 claims in the writer’s voice" in colored
    assert "plainly wrong”?" not in colored


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "github", "rdjson", "junit", "csv", "markdown", "html"])
def test_other_reports_hold_them_all(copydesk: Callable[..., Result], format: str) -> None:
    assert copydesk("check", "--format", format, "--genre", "opinion").stdout.count("Who says “plainly wrong”?") >= 2


def test_the_galley_folds_their_notes_away(copydesk: Callable[..., Result]) -> None:
    page = copydesk("check", "--format", "html", "--genre", "opinion").stdout
    before, _, rest = page.partition('<details class="folded">')
    assert "<summary>2 claims in the writer’s voice: opinion copy</summary>" in rest
    assert rest.partition("</article>")[0].count('class="note suggestion"') == 2
    assert 'class="note suggestion"' not in before
    assert '<details class="folded">' not in copydesk("check", "--format", "html", "--genre", "news").stdout


def test_a_guess_is_said_to_be_one_with_its_reason(copydesk: Callable[..., Result], desk: Path) -> None:
    (desk / "pier.md").write_text(f"Opinion\n\n# The Pier Is Ours\n\n{VERDICT}")
    assert "opinion copy (a guess: it is labelled “Opinion”); --genre" in copydesk("check").stdout
    (row,) = (line for line in copydesk("check", "--stats").stdout.splitlines() if line.startswith("  genre"))
    assert row.split() == ["genre", "opinion", "a", "guess:", "it", "is", "labelled", "“Opinion”"]


def test_command_line_then_draft_then_config_by_path_then_guess(copydesk: Callable[..., Result], desk: Path) -> None:
    def taken(*args: str) -> str:
        genre = json.loads(copydesk("check", "--format", "json", *args).stdout)["files"][0]["genre"]
        return f"{genre['name']} {genre['by']}"

    assert taken() == "news guess"
    with (desk / "copydesk.toml").open("a") as config:
        config.write('genre = "feature"\n')
    assert taken() == "feature config"
    with (desk / "copydesk.toml").open("a") as config:
        config.write('[[overrides]]\npaths = ["pier.*"]\ngenre = "analysis"\n')
    assert taken() == "analysis config"
    (desk / "pier.md").write_text(front("opinion"))
    assert taken() == "opinion draft"
    assert taken("--genre", "news") == "news asked"


def test_no_kept_report_is_of_another_genre(copydesk: Callable[..., Result], desk: Path) -> None:
    asked = [
        copydesk("check", "--format", "json", *more) for more in ([], ["--genre", "opinion"], [], ["--genre", "news"])
    ]
    assert [severities(result)[0] for result in asked] == ["warning", "suggestion", "warning", "warning"]
    again = copydesk("check", "--format", "json", "--genre", "opinion", "-v")
    assert "1 of 1 drafts known" in again.stderr
    assert again.stdout == asked[1].stdout


def test_a_draft_that_moves_to_the_opinion_folder_is_read_anew(desk: Path, tmp_path: Path) -> None:
    (desk / "opinion").mkdir()
    (desk / "opinion" / "pier.md").write_bytes((desk / "pier.md").read_bytes())
    args = ["check", "--format", "json", "--cache-dir", str(tmp_path / "kept")]
    first, second = (CliRunner().invoke(app, [*args, path]) for path in ("pier.md", "opinion/pier.md"))
    assert (severities(first)[0], severities(second)[0]) == ("warning", "suggestion")


def test_a_wrong_genre_in_a_draft_ends_the_run_with_2_and_its_findings(
    copydesk: Callable[..., Result], desk: Path
) -> None:
    (desk / "pier.md").write_text(front("poem"))
    result = copydesk("check")
    assert result.exit_code == 2
    assert 'pier.md: problem: line 3, column 8: no genre is called "poem" (it is one of news, ' in result.stdout
    assert "house/verdict" in result.stdout
    assert copydesk("fix").exit_code == 2


def test_a_wrong_genre_on_the_command_line_is_refused(copydesk: Callable[..., Result]) -> None:
    result = copydesk("check", "--genre", "poem")
    assert result.exit_code == 2
    assert "'news', 'analysis', 'opinion', 'feature'" in result.stderr


def test_fix_folds_what_is_left_too(copydesk: Callable[..., Result]) -> None:
    result = copydesk("fix", "--genre", "opinion")
    assert "2 claims in the writer’s voice: opinion copy" in result.stdout
    assert result.exit_code == 0


def test_a_gate_takes_what_the_system_knows() -> None:
    assert gate({"body": VERDICT}, genre="opinion").genre == Genre("opinion", By.ASKED)
    verdict = gate({"headline": "Opinion: The Pier Is Ours", "body": VERDICT})
    assert verdict.as_dict()["genre"] == {"name": "opinion", "by": "guess", "why": "it is labelled “Opinion”"}


def test_a_report_without_such_findings_has_no_line_on_them() -> None:
    report = Linter().check("The council met on Monday.", genre="opinion")
    assert "voice" not in render(Report([report]), "text", RenderOptions())
