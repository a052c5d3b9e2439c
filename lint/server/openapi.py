"""The OpenAPI 3.1 document: made of the types that validate requests, and of examples that a test holds to."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..version import VERSION
from . import schemas as api
from .languagetool.names import AUTO, LANGUAGES
from .limits import Limits

EXAMPLES = Path(__file__).with_name("examples.json")
_TYPES = (
    api.CheckRequest, api.FixRequest, api.CheckResponse, api.FixResponse, api.RulesResponse, api.Explanation,
    api.Health, api.ErrorResponse,
)  # fmt: skip
_ERRORS = {
    400: "The request is malformed, or a field is wrong: `path` names it.",
    401: "The server wants a token.",
    404: "There is no such rule.",
    408: "The body did not come in time.",
    413: "The body or the text is too large.",
    415: "The body is not JSON in UTF-8.",
    429: "Too many requests are under way. `Retry-After` says when to try again.",
    500: "A fault of the program, or of the process that read the draft.",
    503: "No worker was free in time. `Retry-After` says when to try again.",
    504: "The check took too long and was stopped.",
}
_WORK = (400, 401, 408, 413, 415, 429, 500, 503, 504)
_ABOUT = (
    "Native paths take and give JSON; errors are objects that name the field. Paths under /v2 are those of "
    "LanguageTool's API: forms in, JSON out, errors as plain text, offsets in UTF-16 units."
)


def document(profiles: Collection[str], limits: Limits, *, token: bool) -> dict[str, Any]:
    """The document of a server with these profiles and limits, which wants a token or not."""
    described: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Copydesk", "version": VERSION, "summary": "Reads drafts as a copy chief does."}
        | {"description": _ABOUT, "license": {"name": "MIT", "identifier": "MIT"}},
        "servers": [{"url": "/"}],
        "paths": _native(profiles) | _languagetool(limits),
        "components": {"schemas": _schemas(profiles, limits)},
    }
    if token:
        described["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        described["security"] = [{"token": []}]
        described["paths"]["/healthz"]["get"]["security"] = []
        described["paths"]["/v2/healthcheck"]["get"]["security"] = []
    return described


def _schemas(profiles: Collection[str], limits: Limits) -> dict[str, Any]:
    _, schemas = msgspec.json.schema_components(_TYPES, ref_template="#/components/schemas/{name}")
    for name in ("CheckRequest", "FixRequest"):
        schema = schemas[name]
        schema["oneOf"] = [{"required": ["text"]}, {"required": ["document"]}]
        schema["properties"]["text"]["description"] = _most(limits)
        schema["properties"]["profile"]["enum"] = list(profiles)
    return schemas


# the native API


def _native(profiles: Collection[str]) -> dict[str, Any]:
    profile = _query("profile", {"type": "string", "enum": list(profiles), "default": api.DEFAULT_PROFILE})
    name = {"type": "string", "minLength": 1}
    pack = {"name": "pack", "in": "path", "required": True, "schema": name, "example": "typo"}
    rule = {"name": "rule", "in": "path", "required": True, "schema": name, "example": "real-word"}
    return {
        "/v1/check": {"post": _work("check", "What is to be mended.", "CheckRequest", "CheckResponse")},
        "/v1/fix": {"post": _work("fix", "The text or document with its fixes made.", "FixRequest", "FixResponse")},
        "/v1/rules": {"get": _read("rules", "The rules there are.", "RulesResponse", [profile], (400, 401, 500))},
        "/v1/explain/{pack}/{rule}": {
            "get": _read("explain", "All about one rule.", "Explanation", [pack, rule, profile], (400, 401, 404, 500))
        },
        "/healthz": {"get": _read("healthz", "Whether the service answers. Wants no token.", "Health", [], (500,))},
        "/metrics": {
            "get": {
                "operationId": "metrics",
                "summary": "Figures for Prometheus. They hold no words of drafts.",
                "responses": {"200": _text("Prometheus's text format.")} | _errors((401, 500)),
            }
        },
    }


def _work(name: str, summary: str, takes: str, gives: str) -> dict[str, Any]:
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))[name]
    sent = {title: {"value": case["request"]} for title, case in examples.items()}
    given = {title: {"value": case["response"]} for title, case in examples.items()}
    return {
        "operationId": name,
        "summary": summary,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _ref(takes), "examples": sent}},
        },
        "responses": {"200": _json("What was found." if name == "check" else "What was mended.", gives, given)}
        | _errors(_WORK),
    }


def _read(
    name: str, summary: str, gives: str, parameters: list[dict[str, Any]], errors: tuple[int, ...]
) -> dict[str, Any]:
    responses = {"200": _json(summary, gives)} | _errors(errors)
    return {"operationId": name, "summary": summary, "parameters": parameters, "responses": responses}


def _errors(statuses: tuple[int, ...]) -> dict[str, Any]:
    errors = {str(status): _json(_ERRORS[status], "ErrorResponse") for status in statuses}
    for status in {"429", "503"} & errors.keys():
        errors[status]["headers"] = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    return errors


# LanguageTool's


def _languagetool(limits: Limits) -> dict[str, Any]:
    language = _query("language", {"type": "string", "enum": list(LANGUAGES)}) | {"required": True}
    config_info = _object("The rules there are.", ("software", "parameter", "rules"))
    return {
        "/v2/check": _check(limits),
        "/v2/languages": {
            "get": _ask("languages", _content("The languages that are read.", {"type": "array"}), (403, 500))
        },
        "/v2/configinfo": {"get": _ask("configinfo", config_info, (400, 403, 500)) | {"parameters": [language]}},
        "/v2/info": {"get": _ask("info", _object("What the server is.", ("software",)), (403, 500))},
        "/v2/maxtextlength": {"get": _ask("maxtextlength", _text("Characters of a draft."), (403, 500))},
        "/v2/healthcheck": {"get": _ask("healthcheck", _text("OK."), (500,))},
    }


def _check(limits: Limits) -> dict[str, Any]:
    form = _form(limits)
    required = form["required"]
    fields = [_query(name, schema) | {"required": name in required} for name, schema in form["properties"].items()]
    responses = {"200": _object("Matches.", ("software", "language", "matches"))}
    return {
        "post": {
            "operationId": "languagetoolCheck",
            "summary": "LanguageTool's check.",
            "description": "In place of `text`, `data` may hold annotated text as JSON: "
            '`{"annotation": [{"text": "..."}, {"markup": "<p>", "interpretAs": "\\n\\n"}]}`.',
            "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form}}},
            "responses": responses | _texts((400, 403, 408, 413, 415, 429, 500, 503)),
        },
        "get": {
            "operationId": "languagetoolCheckQuery",
            "summary": "LanguageTool's check of a short text.",
            "parameters": fields,
            "responses": responses | _texts((400, 403, 413, 429, 500, 503)),
        },
    }


def _form(limits: Limits) -> dict[str, Any]:
    names = {"type": "string", "description": "Rules or categories, commas between."}
    return {
        "type": "object",
        "required": ["text", "language"],
        "properties": {
            "text": {"type": "string", "description": _most(limits)},
            "language": {"type": "string", "enum": [*LANGUAGES, AUTO]},
            "enabledRules": names,
            "disabledRules": names,
            "enabledCategories": names,
            "disabledCategories": names,
            "level": {"type": "string", "enum": ["default", "picky"]},
            "mode": {"type": "string", "enum": ["all", "textLevelOnly", "allButTextLevelOnly"]},
        },
    }


def _ask(name: str, answer: dict[str, Any], errors: tuple[int, ...]) -> dict[str, Any]:
    return {
        "operationId": f"languagetool{name.capitalize()}",
        "summary": answer["description"],
        "responses": {"200": answer} | _texts(errors),
    }


def _texts(statuses: tuple[int, ...]) -> dict[str, Any]:
    said = _ERRORS | {403: _ERRORS[401], 415: "The body is not a form in UTF-8."}
    return {str(status): _text(said[status]) for status in statuses}


# parts


def _most(limits: Limits) -> str:
    return f"At most {limits.text_length} code points."


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _query(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def _json(description: str, name: str, examples: Mapping[str, Any] | None = None) -> dict[str, Any]:
    answer = _content(description, _ref(name))
    if examples:
        answer["content"]["application/json"]["examples"] = examples
    return answer


def _object(description: str, required: tuple[str, ...]) -> dict[str, Any]:
    return _content(description, {"type": "object", "required": list(required)})


def _content(description: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _text(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"text/plain": {"schema": {"type": "string"}}}}
