"""The OpenAPI document, completed by what the middlewares add to every route."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from ui.problems import MEDIA_TYPE, Problem

#: Why each status is given, by any route that gives it.
_REASONS = {
    400: "The body is not JSON.",
    403: "A page of an origin that is not allowed sent this.",
    404: "The resume has no such page.",
    408: "The body took too long to come in.",
    413: "The body is too large.",
    415: "The body is not application/json.",
    422: "Something in it is empty, too long or out of bounds; `detail` says what.",
    429: "This address, or all addresses together, asked too often.",
    500: "Something went wrong that nobody foresaw.",
    503: "Too many questions are being answered, or the assistant is not ready.",
}
#: These may come of any route.
_ANYWHERE = (408, 413, 500)

_RETRY_AFTER = {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}}
_HEADERS = {
    "Content-Security-Policy": "What may run and load, should this be opened as a page.",
    "X-Content-Type-Options": "Always `nosniff`.",
    "Referrer-Policy": "Always `same-origin`.",
    "Permissions-Policy": "No device is asked for.",
    "Cross-Origin-Resource-Policy": "Always `same-origin`.",
    "Vary": "`Origin`: other sites are answered only if they are allowed.",
}
_CORS = {
    "Access-Control-Allow-Origin": "The origin that asked, if it is one of those allowed.",
    "Access-Control-Expose-Headers": "`Retry-After`, beside the former.",
}


def _event(name: str, data: dict[str, Any]) -> dict[str, Any]:
    carried = {"type": "string", "contentMediaType": "application/json", "contentSchema": data}
    return {
        "type": "object",
        "properties": {"event": {"const": name}, "data": carried},
        "required": ["event", "data"],
    }


def _holding(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: schema}, "required": [name]}


#: Each of the Server-Sent Events by which an answer comes. `itemSchema` is the word of OpenAPI 3.2
#: for the members of a stream, and FastAPI's in 3.1 already.
EVENT_STREAM = {
    "itemSchema": {
        "oneOf": [
            _event("state", _holding("state", {"enum": ["warming", "queued"]})),
            _event("text", _holding("text", {"type": "string"})),
            _event("answer", {"$ref": "#/components/schemas/Answer"}),
            _event("error", {"$ref": "#/components/schemas/Problem"}),
        ]
    }
}


def problems_of(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may end with these statuses."""
    return {status: _problem(status) for status in statuses}


def describe(app: FastAPI) -> dict[str, Any]:
    """The document; made once, then kept."""
    if app.openapi_schema is None:
        app.openapi_schema = _document(app)
    return app.openapi_schema


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title, summary=app.summary, version=app.version, routes=app.routes
    )
    parts = document.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
    parts["headers"] = {name: _header(text, required=True) for name, text in _HEADERS.items()}
    parts["headers"] |= {name: _header(text, required=False) for name, text in _CORS.items()}
    references = {name: {"$ref": f"#/components/headers/{name}"} for name in parts["headers"]}
    for route in document["paths"].values():
        for operation in route.values():
            for status in _ANYWHERE:
                operation["responses"].setdefault(str(status), _problem(status))
            for response in operation["responses"].values():
                response.setdefault("headers", {}).update(references)
    return document


def _header(text: str, *, required: bool) -> dict[str, Any]:
    return {"description": text, "schema": {"type": "string"}, "required": required}


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    response: dict[str, Any] = {
        "description": _REASONS[status],
        "content": {MEDIA_TYPE: {"schema": schema}},
    }
    if status in (429, 503):
        response["headers"] = {"Retry-After": _RETRY_AFTER}
    return response
