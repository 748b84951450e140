"""A site of somebody's own: files of a folder, on another origin than the assistant's."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Pages(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, headers_of: dict[str, str], **named: Any) -> None:
        self._headers_of = headers_of
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, value in self._headers_of.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


class Site:
    """A running site: its `address`, its `folder`, and the `headers` of all its pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.headers: dict[str, str] = {}
        handler = partial(_Pages, directory=str(folder), headers_of=self.headers)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator[Site]:
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()


def built_by_jekyll(jekyll: str, source: Path, target: Path, configuration: str) -> None:
    """Build a site as its owner would, but offline and with our own settings on top."""
    ours = source / "_assistant.yml"
    ours.write_text(configuration, encoding="utf-8")
    config = f"_config.yml,{ours.name}"
    done = subprocess.run(
        [jekyll, "build", "-q", "--disable-disk-cache", "-c", config, "-d", str(target)],
        cwd=source,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
