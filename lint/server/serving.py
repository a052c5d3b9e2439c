"""The service on a socket, from the first connection to an orderly end."""

from __future__ import annotations

import logging
import math
import signal
import socket
import sys

import uvicorn

from ..errors import UsageError
from . import pages
from .app import Service, create

_LOOPBACK = ("127.", "::1", "localhost")
_AFTER_WORK = 5
_FAULT = 3
log = logging.getLogger("copydesk.server")


def run(service: Service, host: str, port: int, *, quiet: bool = False) -> None:
    """Serve until SIGINT or SIGTERM, then finish what is under way and end. Raises UsageError for a port not free."""
    _log(quiet)
    listening = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
    if not host.startswith(_LOOPBACK) and not service.token:
        log.warning("%s is open to the network and wants no token: --token-file asks for one", address)

    def ready() -> None:
        print(f"copydesk serves at {address}", file=sys.stderr, flush=True)

    config = uvicorn.Config(
        create(service, pages=pages.routes(), on_ready=ready), lifespan="on", log_config=None, access_log=False,
        server_header=False,
        # What waits for a worker waits no longer than a check may take, and is then checked as long at most.
        timeout_graceful_shutdown=math.ceil(2 * service.limits.seconds) + _AFTER_WORK,
    )  # fmt: skip
    # The server restores this after its own orderly end and raises the signal again.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = uvicorn.Server(config)
    server.run(sockets=[listening])
    if not server.started:
        sys.exit(_FAULT)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot listen: {why}", place=f"{host}:{port}", remedy="name another --port") from None
    # Head and body of an answer are written one after the other: without this the body waits 40 ms for the head's ACK.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _log(quiet: bool) -> None:
    """Log to standard error: times, paths as documented and statuses, faults by type and place; no words of drafts."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    log.setLevel(logging.WARNING if quiet else logging.INFO)
    # Where an application fails, the server would print messages that may hold words of a draft.
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
