"""The application: what is answered at which path, by whom, and under which limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ..settings import Settings
from ..version import VERSION
from . import answers, catalogue, native
from . import schemas as api
from .auth import Token
from .faults import RequestError
from .languagetool import info, matches
from .languagetool import request as languagetool
from .limits import Gate, Limits, body
from .metrics import CONTENT_TYPE, Metrics
from .observed import Observed
from .openapi import document
from .pool import Pool
from .profiles import Ask, Profiles
from .requests import T, decode, require_json
from .schemas import DEFAULT_PROFILE
from .worker import Job, Reply


class Service(NamedTuple):
    """What a server is to be. `profiles` are settings by name, "default" first.

    `origins` are the web origins whose pages may call it, none where it is empty; `token` is wanted where it is not.
    """

    profiles: Mapping[str, Settings]
    workers: int = 1
    limits: Limits = Limits()
    token: str = ""
    origins: Sequence[str] = ()


def create(
    service: Service, *, pages: Sequence[BaseRoute] = (), on_ready: Callable[[], None] = lambda: None
) -> Starlette:
    """The application of a service. `pages` are further routes, such as a page for people at "/".

    `on_ready` is called once the first worker can take work.
    """
    handlers = _Handlers(service)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await handlers.start()
        on_ready()
        try:
            yield
        finally:
            await handlers.pool.close()

    routes = [*handlers.routes(), *pages]
    paths = {route.endpoint: route.path for route in routes if isinstance(route, Route)}
    middleware = [Middleware(Observed, metrics=handlers.metrics, routes=paths)]
    if service.origins:
        middleware.append(
            Middleware(
                CORSMiddleware, allow_origins=list(service.origins), allow_methods=["GET", "POST"],
                allow_headers=["authorization", "content-type"], expose_headers=["retry-after"],
            )
        )  # fmt: skip
    return Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers={RequestError: answers.refusal, HTTPException: answers.refusal},
        lifespan=lifespan,
    )


class _Handlers:
    """One server's answers."""

    def __init__(self, service: Service) -> None:
        self.limits = service.limits
        self.metrics = Metrics()
        self.pool = Pool(service.profiles, service.workers, service.limits, self.metrics)
        self._gate = Gate(service.limits.in_flight)
        self._profiles = Profiles(service.profiles)
        self._token = Token(service.token)
        self._openapi = answers.json(document(service.profiles, service.limits, token=self._token.wanted)).body
        self.metrics.in_flight.set_function(lambda: self._gate.inside)

    async def start(self) -> None:
        """Load the rules, which takes a moment that no request should have to wait, and start the workers."""
        await asyncio.to_thread(self._profiles.linter, Ask(DEFAULT_PROFILE))
        await self.pool.start()

    def routes(self) -> list[BaseRoute]:
        """The paths of both APIs."""
        return [
            Route("/v1/check", self.check, methods=["POST"]),
            Route("/v1/fix", self.fix, methods=["POST"]),
            Route("/v1/rules", self.rules),
            Route("/v1/explain/{pack}/{rule}", self.explain),
            Route("/healthz", self.health),
            Route("/metrics", self.exposition),
            Route("/openapi.json", self.openapi),
            Route("/v2/check", self.languagetool_check, methods=["GET", "POST"]),
            Route("/v2/languages", self.languages),
            Route("/v2/healthcheck", self.healthcheck),
            Route("/v2/maxtextlength", self.max_text_length),
            Route("/v2/configinfo", self.config_info),
            Route("/v2/info", self.software),
        ]

    # native

    async def check(self, request: Request) -> Response:
        return await self._work(request, native.check, api.CheckRequest)

    async def fix(self, request: Request) -> Response:
        return await self._work(request, native.fix, api.FixRequest)

    async def _work(self, request: Request, work: Callable[[Profiles, T], Reply], kind: type[T]) -> Response:
        self._token.require(request)
        require_json(request.headers.get("content-type", ""))
        with self._gate.entered():
            asked = decode(await body(request, self.limits), kind, self.limits)
            self._profiles.require(asked.profile)
            return await self._done(Job(work, asked))

    async def rules(self, request: Request) -> Response:
        self._token.require(request)
        return answers.json(catalogue.rules(self._profiles, _profile(request)))

    async def explain(self, request: Request) -> Response:
        self._token.require(request)
        name = "{pack}/{rule}".format(**request.path_params)
        return answers.json(catalogue.explain(self._profiles, _profile(request), name))

    async def health(self, _: Request) -> Response:
        workers = api.Workers(self.pool.ready, self.pool.size)
        return answers.json(api.Health("ok" if workers.ready else "starting", VERSION, workers))

    async def exposition(self, request: Request) -> Response:
        self._token.require(request)
        return Response(self.metrics.exposition(), headers={"Content-Type": CONTENT_TYPE})

    async def openapi(self, _: Request) -> Response:
        return Response(self._openapi, media_type="application/json")

    # LanguageTool's

    async def languagetool_check(self, request: Request) -> Response:
        with self._gate.entered():
            given = languagetool.fields(request.url.query.encode("utf-8", "surrogateescape"), "the query")
            if request.method == "POST":
                data = await body(request, self.limits)
                given |= languagetool.form(data, request.headers.get("content-type", ""))
            self._token.require(request, given.get("apiKey", ""))
            return await self._done(Job(matches.check, languagetool.check(given, self.limits)))

    async def languages(self, request: Request) -> Response:
        self._token.require(request)
        return answers.json(info.languages())

    async def healthcheck(self, _: Request) -> Response:
        return PlainTextResponse("OK")

    async def max_text_length(self, request: Request) -> Response:
        self._token.require(request)
        return PlainTextResponse(str(self.limits.text_length))

    async def config_info(self, request: Request) -> Response:
        self._token.require(request)
        code = request.query_params.get("language", "")
        if not code:
            raise RequestError(400, "invalid", "'language' parameter missing", "language")
        languagetool.known_language(code)
        return answers.json(info.config_info(self._profiles, self.limits))

    async def software(self, request: Request) -> Response:
        self._token.require(request)
        return answers.json({"software": info.software()})

    async def _done(self, job: Job) -> Response:
        reply = await self.pool.run(job)
        return Response(reply.body, media_type=reply.media_type)


def _profile(request: Request) -> str:
    return str(request.query_params.get("profile", DEFAULT_PROFILE))
