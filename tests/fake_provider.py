"""A provider that lies, hangs and breaks, over real HTTP: the OpenAI chat protocol with streaming.

A `Behaviour` takes the parsed request and yields what goes over the wire: texts become chunks of a
completion, `Pause` waits, `Raw` is sent as it is, `Status` (only as the first) refuses the request,
`Hangup` closes the connection in the middle.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Pause:
    """Nothing for so many seconds, or until the server is closed."""

    seconds: float


@dataclass(frozen=True)
class Raw:
    """Bytes that are no chunk of the protocol."""

    data: bytes


@dataclass(frozen=True)
class Status:
    """An HTTP error in place of an answer."""

    code: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = '{"error": {"message": "no"}}'


class Hangup:
    """The connection is closed here, without an end of the stream."""


Step = str | Pause | Raw | Status | Hangup
Request = dict[str, Any]
Behaviour = Callable[[Request], Iterable[Step]]


def words(text: str, size: int = 4) -> Iterator[str]:
    """A text in pieces of a few characters, as tokens come: words and markers are cut apart."""
    for at in range(0, len(text), size):
        yield text[at : at + size]


def says(text: str) -> Behaviour:
    """Says the same to everything."""
    return lambda request: words(text)


def prompt_of(request: Request) -> str:
    """All that the model was given, as one text."""
    return "\n".join(str(message["content"]) for message in request["messages"])


def sources_of(request: Request) -> dict[int, str]:
    """The numbered sources of a prompt, as a model would read them."""
    found = {}
    for line in prompt_of(request).splitlines():
        if re.match(r'\{"source": \d+', line):
            fields = json.loads(line)
            found[int(fields["source"])] = fields["text"]
    return found


def citing(text: str, words_of: str) -> Behaviour:
    """Says `text`, its `{n}` being the number of the source that has these words."""

    def behave(request: Request) -> Iterable[Step]:
        number = next(n for n, source in sources_of(request).items() if words_of in source)
        return words(text.replace("{n}", str(number)))

    return behave


class FakeProvider:
    """The server, on any free port or `port`; `behaviour` may be exchanged between questions."""

    def __init__(self, behaviour: Behaviour, port: int = 0) -> None:
        self.behaviour = behaviour
        self.requests: list[Request] = []
        self.authorizations: list[str | None] = []
        self._closed = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """What `RESUME_MODEL_BASE_URL` is to be."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self) -> None:
        """End all that is under way."""
        self._closed.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                """Say nothing on standard error."""

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                request = json.loads(self.rfile.read(length))
                provider.requests.append(request)
                provider.authorizations.append(self.headers.get("Authorization"))
                try:
                    self._reply(iter(provider.behaviour(request)))
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def _reply(self, steps: Iterator[Step]) -> None:
                first = next(steps, "")
                if isinstance(first, Status):
                    self._refuse(first)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.close_connection = True
                self.end_headers()
                for step in _after(first, steps):
                    if isinstance(step, Hangup):
                        return
                    if isinstance(step, Pause):
                        self.wfile.flush()
                        provider._closed.wait(step.seconds)
                        continue
                    self.wfile.write(step.data if isinstance(step, Raw) else _chunk(str(step)))
                self.wfile.write(_chunk(None) + b"data: [DONE]\n\n")

            def _refuse(self, status: Status) -> None:
                body = status.body.encode()
                self.send_response(status.code)
                for name, value in status.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler


def _after(first: Step, rest: Iterator[Step]) -> Iterator[Step]:
    yield first
    yield from rest


def _chunk(text: str | None) -> bytes:
    delta = {} if text is None else {"role": "assistant", "content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": "stop" if text is None else None}
    fields = {
        "id": "c1",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": "fake",
        "choices": [choice],
    }
    return f"data: {json.dumps(fields)}\n\n".encode()
