"""The worker processes: who is free, who hangs, who is replaced."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from ..settings import Settings
from . import faults
from .limits import Limits
from .metrics import Metrics
from .worker import Crash, Job, Outcome, Reply, main

T = TypeVar("T")
log = logging.getLogger("copydesk.server")
_START_SECONDS = 120.0
_PAUSE = 1.0


class WorkerHungError(Exception):
    """The worker gave no answer in time."""


class WorkerDiedError(Exception):
    """The worker's process has ended."""


class Worker:
    """One worker process as the service sees it. Its methods block; one thread calls them at a time."""

    def __init__(self, settings: Mapping[str, Settings]) -> None:
        # A forked process would inherit locks that other threads hold, so each starts clean.
        context: Any = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
        self.jobs = 0
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=main, args=(theirs, settings), daemon=True, name="copydesk-worker")
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """The process's number."""
        return int(self._process.pid)

    @property
    def alive(self) -> bool:
        """Whether the process is running."""
        # A worker at rest has nothing to say: what can be read is the end of its connection, and it comes at once, while
        # the word that its process ended goes around by the fork server.
        try:
            return self._process.is_alive() and not self._connection.poll()
        except OSError:
            return False

    def wait(self) -> None:
        """Wait until it is ready for work. Raises WorkerHungError or WorkerDiedError."""
        self._receive(_START_SECONDS)

    def call(self, job: Job, seconds: float) -> Outcome:
        """Do a job. Raises WorkerHungError where it takes longer, WorkerDiedError where the process ends meanwhile."""
        self.jobs += 1
        try:
            self._connection.send(job)
        except OSError:
            raise WorkerDiedError from None
        outcome: Outcome = self._receive(seconds)
        return outcome

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._connection.close()
        self._process.kill()
        self._process.join()

    def _receive(self, seconds: float) -> Any:
        try:
            if not self._connection.poll(seconds):
                raise WorkerHungError
            return self._connection.recv()
        except (EOFError, OSError):
            raise WorkerDiedError from None


class Pool:
    """Gives each job to a worker that is free. One that hangs, dies or is worn costs its own job at most."""

    def __init__(self, settings: Mapping[str, Settings], size: int, limits: Limits, metrics: Metrics) -> None:
        self.size = size
        self._settings = settings
        self._limits = limits
        self._metrics = metrics
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    @property
    def ready(self) -> int:
        """How many workers are free or at work."""
        return len(self._workers)

    async def start(self) -> None:
        """Start the workers, and go on when the first is ready.

        Raises WorkerDiedError or WorkerHungError where it cannot be started.
        """
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        # A thread waits for each worker; more of them end or start workers.
        self._threads = ThreadPoolExecutor(2 * self.size + 1, thread_name_prefix="copydesk")
        try:
            await self._hire()
        except (WorkerHungError, WorkerDiedError):
            log.error("no worker could be started")
            raise
        for _ in range(self.size - 1):
            self._spawn(self._hire_at_last())

    async def run(self, job: Job) -> Reply:
        """The answer to a job. Raises RequestError: 503 where no worker is free, 504 where the job takes too long."""
        worker = await self._free_worker()
        # The job goes on even where the client is gone: its worker must come back to the others.
        return await asyncio.shield(self._spawn(self._work(worker, job)))

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*(self._in_thread(worker.stop) for worker in list(self._workers)))
        self._workers.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _free_worker(self) -> Worker:
        try:
            async with asyncio.timeout(self._limits.seconds):
                while not (worker := await self._idle.get()).alive:
                    self._replace(worker, "died")
                return worker
        except TimeoutError:
            raise faults.no_worker(self._limits.seconds) from None

    async def _work(self, worker: Worker, job: Job) -> Reply:
        try:
            outcome = await self._in_thread(worker.call, job, self._limits.seconds)
        except WorkerHungError:
            self._replace(worker, "hung")
            raise faults.timed_out(self._limits.seconds) from None
        except WorkerDiedError:
            self._replace(worker, "died")
            raise faults.worker_died() from None
        if worker.jobs >= self._limits.jobs:
            self._replace(worker, "worn")
        else:
            self._idle.put_nowait(worker)
        if isinstance(outcome, Crash):
            log.error("fault in a worker: %s at %s", outcome.kind, " < ".join(reversed(outcome.places)))
            raise faults.internal()
        self._metrics.found(outcome.found)
        return outcome

    def _replace(self, worker: Worker, reason: str) -> None:
        log.warning("worker %d %s and is replaced", worker.pid, {"worn": "is worn"}.get(reason, reason))
        self._metrics.replaced(reason)
        self._forget(worker)
        self._spawn(self._in_thread(worker.stop))
        self._spawn(self._hire_at_last())

    async def _hire_at_last(self) -> None:
        while not self._closed:
            try:
                return await self._hire()
            except (WorkerHungError, WorkerDiedError, OSError) as error:
                log.error("a worker did not start: %s", type(error).__name__)
                await asyncio.sleep(_PAUSE)
        return None

    async def _hire(self) -> None:
        worker = await self._in_thread(Worker, self._settings)
        try:
            await self._in_thread(worker.wait)
        except BaseException:
            worker.stop()
            raise
        self._workers.add(worker)
        self._metrics.workers.set(len(self._workers))
        self._idle.put_nowait(worker)

    def _forget(self, worker: Worker) -> None:
        self._workers.discard(worker)
        self._metrics.workers.set(len(self._workers))

    async def _in_thread(self, call: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *arguments)

    def _spawn(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
