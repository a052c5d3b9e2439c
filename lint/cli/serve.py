"""copydesk serve: the HTTP service."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from ..config import Configs, presets
from ..errors import UsageError
from ..settings import Settings
from .options import with_configs

TOKEN = "COPYDESK_TOKEN"  # noqa: S105
_DEFAULT = "default"
_MIB = 1024 * 1024


@click.command("serve", short_help="Answer HTTP requests, natively and as LanguageTool does.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8081, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 is any.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that check.  [default: one a core]")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAME=FILE",
    help="A config that requests may name, laid over the server's own. The presets are profiles without being named.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help='A web origin whose pages may call the service, such as https://cms.example; "*" is any.',
)
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Want this file's first line as bearer token. {TOKEN} in the environment does the same.",
)
@click.option(
    "--timeout", default=20.0, show_default=True, type=click.FloatRange(0.1), help="Seconds a check may take."
)
@click.option(
    "--body-timeout",
    default=10.0,
    show_default=True,
    type=click.FloatRange(0.1),
    help="Seconds in which a body must have come.",
)
@click.option("--max-body", default=4.0, show_default=True, type=click.FloatRange(0.001), help="MiB of a body.")
@click.option("--max-text", default=500_000, show_default=True, type=click.IntRange(1), help="Characters of a draft.")
@click.option("--in-flight", default=64, show_default=True, type=click.IntRange(1), help="Requests checked or waiting.")
@click.option("--quiet", "-q", is_flag=True, help="Log faults only, not every request.")
@with_configs(settings=False, baseline=False, judge=True, languagetool=True)
def command(
    configs: Configs,
    host: str,
    port: int,
    workers: int | None,
    profiles: Sequence[str],
    origins: Sequence[str],
    token_file: Path | None,
    timeout: float,
    body_timeout: float,
    max_body: float,
    max_text: int,
    in_flight: int,
    quiet: bool,
) -> None:
    """Answer HTTP requests until told to stop, which finishes what is under way.

    /openapi.json describes the native API; at /v2/ it is LanguageTool's, for clients that can be pointed at a server.
    The config that holds in this folder is the default profile.
    """
    settings = settings_by_profile(configs, profiles)
    token = _token(token_file)
    try:
        from ..server import serving
        from ..server.app import Service
        from ..server.limits import Limits
    except ModuleNotFoundError as error:
        raise UsageError(f"the service needs {error.name}", remedy="pip install 'copydesk[server]'") from error
    from ..run import cores

    limits = Limits(
        body_bytes=int(max_body * _MIB), text_length=max_text, seconds=timeout, body_seconds=body_timeout,
        in_flight=in_flight,
    )  # fmt: skip
    service = Service(
        _with_languagetool(settings, timeout),
        workers or cores(),
        limits,
        token,
        [_origin(origin) for origin in origins],
    )
    serving.run(service, host, port, quiet=quiet)


def settings_by_profile(configs: Configs, named: Sequence[str]) -> dict[str, Settings]:
    """Settings of every profile, the default first. Raises UsageError or ConfigError where one is unsound."""
    from ..models.judge import stamp as require

    here = Path.cwd() / "draft"
    files = {name.removeprefix(presets.PREFIX): presets.find(name, name) for name in presets.names()}
    for said in named:
        name, equals, path = said.partition("=")
        if not (name and equals and path):
            raise UsageError(f'"{said}" is no profile', place="--profile", remedy="write NAME=FILE")
        if name == _DEFAULT:
            raise UsageError("the default profile is the config itself", place="--profile", remedy="use --config")
        if not Path(path).is_file():
            raise UsageError("there is no such config", place=path, remedy="--profile NAME=FILE")
        files[name] = Path(path).absolute()
    resolved = {_DEFAULT: configs.terms(here)}
    resolved |= {name: configs.with_profile(path, here) for name, path in files.items()}
    for judge in sorted({held.settings.judge for held in resolved.values() if held.settings.judge}):
        require(judge)
    # A request says itself what it lets be.
    return {name: held.settings.with_(baseline=None) for name, held in resolved.items()}


def _with_languagetool(settings: dict[str, Settings], seconds: float) -> dict[str, Settings]:
    """Settings that the workers can use: one LanguageTool is started for all, and gets half of a check's time at most.

    Raises UsageError where it is not installed, or its package, or Java.
    """
    if not any(held.languagetool for held in settings.values()):
        return settings
    from ..languagetool import client, server

    client.require()
    settings = {name: server.started(held) for name, held in settings.items()}
    return {
        name: held.with_(languagetool=tool._replace(timeout=min(tool.timeout, seconds / 2)))
        if (tool := held.languagetool)
        else held
        for name, held in settings.items()
    }


def _token(path: Path | None) -> str:
    if path is None:
        return os.environ.get(TOKEN, "").strip()
    try:
        token = path.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError):
        raise UsageError("the token cannot be read", place=str(path), remedy="a text file of one line") from None
    if not token:
        raise UsageError("the token file is empty", place=str(path), remedy="write the token on its first line")
    return token


def _origin(origin: str) -> str:
    if origin == "*":
        return origin
    scheme, separator, host = origin.partition("://")
    if scheme not in ("http", "https") or not separator or not host or "/" in host:
        raise UsageError(f'"{origin}" is no origin', place="--allow-origin", remedy="such as https://cms.example")
    return origin
