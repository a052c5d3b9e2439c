"""The command under fire: each fault ends in the documented answer, and the next request is served."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import pytest
from running import PATIENCE

TWICE = "Signed the the order."
BUSY = (408, 503, 504)


def asked(send: Callable[[], httpx2.Response], status: int = 200) -> httpx2.Response:
    """An answer of this status, asked for again where the machine was too busy for the small limits of a test."""
    for _ in range(PATIENCE):
        answer = send()
        if answer.status_code == status or answer.status_code not in BUSY:
            break
        if answer.status_code == 503:
            assert int(answer.headers["retry-after"]) > 0
    assert answer.status_code == status, answer.text
    return answer


def served(server) -> None:
    """The next request is served, if need be after the time that a worker takes to start."""
    answer = asked(lambda: server.check(TWICE))
    assert [f["rule"] for f in answer.json()["findings"]] == ["duplication/word"]


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


@contextmanager
def under_way(server, *texts: str) -> Iterator[list]:
    """Checks of these texts under way, as futures."""
    with ThreadPoolExecutor(len(texts)) as threads:
        futures = []
        for text in texts:
            before = in_flight(server)
            sent = threads.submit(httpx2.post, f"{server.url}/v1/check", json={"text": text}, timeout=PATIENCE)
            until(lambda sent=sent, before=before: in_flight(server) > before or sent.done())
            futures.append(sent)
        yield futures


def in_flight(server) -> float:
    return figure(server, "in_flight")


def figure(server, name: str) -> float:
    """What the metrics say."""
    lines = server.client.get("/metrics").text.splitlines()
    (said,) = (line.split()[-1] for line in lines if line.startswith(f"copydesk_{name} "))
    return float(said)


def children(pid: int) -> set[int]:
    """All processes below one."""
    found: set[int] = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found |= {int(entry.name)} | children(int(entry.name))
    return found


def running(pid: int) -> bool:
    """Whether a thread of a process still runs: until the last has ended, its files stay open."""
    for thread in (Path("/proc") / str(pid) / "task").glob("[0-9]*"):
        try:
            if (thread / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                return True
        except OSError:
            continue
    return False


def listens(server) -> bool:
    try:
        socket.create_connection(server.address, timeout=PATIENCE).close()
    except OSError:
        return False
    return True


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")


def test_a_rule_that_hangs_costs_its_request_only(faulty) -> None:
    server = faulty("--timeout", "1")
    with under_way(server, "hangword") as (hanging,):
        assert server.client.get("/healthz").json()["status"] == "ok"
        answer = hanging.result()
    assert answer.status_code == 504
    assert answer.json()["error"]["code"] == "timed_out"
    served(server)
    until(lambda: "hung" in server.log)
    assert figure(server, 'workers_replaced_total{reason="hung"}') >= 1
    answer = asked(lambda: server.client.post("/v2/check", data={"language": "en", "text": "hangword"}), 500)
    assert answer.text.startswith("Error: The check took longer than 1 seconds")
    served(server)


def test_who_waits_too_long_for_a_worker_is_told(faulty) -> None:
    server = faulty("--timeout", "1")

    def third() -> httpx2.Response:
        with under_way(server, "slowword", "slowword", TWICE) as (*_, third):
            return third.result()

    # The second takes the worker from the first, or the one started in its place, unless all of it goes very slowly.
    answer = next(answer for answer in (third() for _ in range(PATIENCE)) if answer.status_code == 503)
    assert answer.json()["error"]["code"] == "busy"
    assert int(answer.headers["retry-after"]) > 0
    server.let_go()
    served(server)


def test_a_worker_that_dies_is_replaced(faulty) -> None:
    server = faulty()
    answer = server.check("dieword")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "worker_died"
    served(server)


@needs_proc
def test_a_worker_killed_while_idle_costs_nothing(faulty) -> None:
    server = faulty()
    served(server)
    (fork_server,) = (p for p in children(server.process.pid) if children(p))
    for worker in children(fork_server):
        os.kill(worker, 9)
        until(lambda worker=worker: not running(worker))
    served(server)


def test_a_rule_that_crashes_costs_that_rule_only(faulty) -> None:
    answer = faulty().check(f"crashword {TWICE}").json()
    assert [f["rule"] for f in answer["findings"]] == ["duplication/word"]
    assert [p["rule"] for p in answer["problems"]] == ["faults/crash"]


def test_a_flood_is_held_off(faulty) -> None:
    server = faulty("--in-flight", "2")
    with under_way(server, "slowword", "slowword") as slow:
        answer = server.check(TWICE)
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0
        assert server.client.post("/v2/check", data={"language": "en", "text": TWICE}).status_code == 429
        assert server.client.get("/healthz").status_code == 200
        server.let_go()
        assert [s.result().status_code for s in slow] == [200, 200]
    served(server)


def test_a_large_body_is_refused(faulty) -> None:
    server = faulty("--max-body", "0.01")
    answer = server.check("a" * 500_000)
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"
    answer = server.client.post("/v2/check", data={"language": "en", "text": "a" * 50_000})
    assert (answer.status_code, answer.text[:7]) == (413, "Error: ")
    served(server)


def test_a_slow_body_is_given_up(faulty) -> None:
    server = faulty("--body-timeout", "0.5")
    with socket.create_connection(server.address, timeout=PATIENCE) as slow:
        slow.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"
        )
        said = b""
        while part := slow.recv(4096):
            said += part
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b"slow_body" in said
    served(server)


def test_a_client_that_goes_away_costs_nothing(faulty) -> None:
    server = faulty("--in-flight", "1")
    head = b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    body = b'{"text": "slowword"}'
    for sent in (b'{"te', body):
        with socket.create_connection(server.address, timeout=PATIENCE) as gone:
            gone.sendall(head % len(body) + sent)
            until(lambda: in_flight(server) == 1)
        if sent == body:
            server.let_go()
        until(lambda: in_flight(server) == 0)
    served(server)


@pytest.mark.parametrize(
    "garbage", [b"\x00\xff\xfe\r\n\r\n", b"POST /v1/check HTTP/9.9\r\n\r\n", b"GET " + b"a" * 200_000]
)
def test_what_is_not_http_is_refused(faulty, garbage) -> None:
    server = faulty()
    said = b""
    # A server that has heard enough may close while the stranger still sends: then there is nothing left to read.
    with socket.create_connection(server.address, timeout=PATIENCE) as stranger, suppress(OSError):
        stranger.sendall(garbage)
        stranger.shutdown(socket.SHUT_WR)
        said = stranger.recv(4096)
    assert said == b"" or said.startswith(b"HTTP/1.1 400")
    served(server)


@needs_proc
def test_an_orderly_end_finishes_what_is_under_way(faulty) -> None:
    server = faulty()
    before = children(server.process.pid)
    assert before
    with under_way(server, "slowword") as (slow,):
        server.ask_to_end()
        until(lambda: not listens(server))
        server.let_go()
        assert slow.result().status_code == 200
    assert server.ended() == 0
    until(lambda: not any(running(pid) for pid in before))


@needs_proc
def test_workers_end_with_a_server_that_is_killed(faulty) -> None:
    server = faulty()
    with ThreadPoolExecutor(1) as threads:
        threads.submit(server.check, "slowword")
        until(lambda: in_flight(server) == 1)
        before = children(server.process.pid)
        server.process.kill()
        server.process.wait(PATIENCE)
        until(lambda: not any(running(pid) for pid in before))


def test_the_log_holds_no_words_of_drafts(faulty) -> None:
    server = faulty("--timeout", "1")
    secret = "Xanadu"
    for word, status in (("hangword", 504), ("dieword", 500), ("crashword", 200)):
        asked(lambda word=word: server.check(f"{word} {secret}"), status)
    asked(lambda: server.client.get("/v2/check", params={"language": "en", "text": secret}))
    server.client.get(f"/v2/{secret}", params={"text": secret})
    server.client.post("/v1/check", json={secret: secret})
    server.client.post("/v1/check", content=f'{{"text": "{secret}')
    server.terminate()
    assert "POST /v1/check 504" in server.log
    assert "GET /v2/check 200" in server.log
    assert secret not in server.log
    assert "Traceback" not in server.log
