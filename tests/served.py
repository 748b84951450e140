"""`resume-assistant serve` in a process of its own, as its owner would start it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Server:
    """A server from the line that says where it is until it is ended.

    `script` takes the place of the command, for tests that bring their own services; `folder` is
    where it runs.
    """

    def __init__(
        self,
        environment: dict[str, str],
        *arguments: str,
        script: Path | None = None,
        folder: Path | None = None,
    ):
        command = [str(script)] if script else ["-m", "ui.cli"]
        self.process = subprocess.Popen(
            [sys.executable, *command, "serve", "--port", "0", *arguments],
            env=environment | {"PYTHONPATH": str(ROOT)},
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.address = ""
        #: What stood on standard output after that line, once the server has ended.
        self.output = ""
        for line in self.process.stdout:
            if found := re.match(r"Serving at (http://127\.0\.0\.1:\d+) ", line):
                self.address = found[1]
                return

    def end(self, by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Ctrl+C, or another signal; the exit code and what stands on standard error."""
        self.process.send_signal(by)
        self.output, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()
