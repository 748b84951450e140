"""Write constraints.txt anew: the newest versions of everything that fit pyproject.toml.

They are resolved in a fresh virtual environment, so nothing that a developer installed by hand gets
in. What pip adds to a version for the machine's own build (torch's "+cpu") is left out: any build
of that version will do.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Everything that somebody may install.
EXTRAS = "dev,openai,anthropic,ollama,google-genai"
HEADER = """\
# Every version that the project runs and is tested with, the tools for tests included.
# Do not edit: run `make constraints`, then `make test`.
"""


def main() -> None:
    """Resolve, then replace constraints.txt in one step."""
    with tempfile.TemporaryDirectory() as folder:
        print("Making a fresh virtual environment", flush=True)
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        print("Installing the newest versions that fit (a few minutes)", flush=True)
        _run([*pip, "install", "-qq", "--upgrade", "pip", "setuptools"])
        _run([*pip, "install", "-qq", "--no-build-isolation", "-e", f".[{EXTRAS}]"])
        frozen = _run([*pip, "freeze", "--all", "--exclude", "resume-assistant"])
    pins = [re.sub(r"\+\w+$", "", line) for line in frozen.splitlines()]
    new = ROOT / "constraints.txt.new"
    new.write_text(HEADER + "\n".join(pins) + "\n", encoding="utf-8")
    new.replace(ROOT / "constraints.txt")
    print(f"constraints.txt pins {len(pins)} packages; now run make test")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"constraints.txt is unchanged: {' '.join(command[1:4])} failed, see above")
    return done.stdout


if __name__ == "__main__":
    main()
