"""Make the virtual environment unless it works, or say in a line what this machine lacks for it.

Runs on whatever `python3` is here, so it keeps to syntax that old versions understand.
"""

import importlib.util
import os
import subprocess
import sys

NEEDED = (3, 11)


def main(folder: str) -> None:
    """Create `folder`, anew if what is there does not work.

    One that works is kept, whatever Python it was made with: made again over itself with another
    Python, it would be a mixture of both.
    """
    if works(folder):
        return
    if sys.version_info < NEEDED:
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(
            "Python 3.11 or newer is needed, and this is %s. "  # noqa: UP031
            "Name another one: make run PYTHON=python3.11" % found
        )
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "Python's venv module is not complete here. "
            "On Debian and Ubuntu: apt-get install python3-venv"
        )
    print("Making the virtual environment in " + folder, flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)  # noqa: S603


def works(folder: str) -> bool:
    """Whether `folder` holds a whole environment, of a Python that is still there."""
    python = os.path.join(folder, "Scripts/python.exe" if os.name == "nt" else "bin/python")
    try:
        trial = [python, "-c", "import pip, ssl"]
        return subprocess.run(trial, stderr=subprocess.DEVNULL, check=False).returncode == 0  # noqa: S603
    except OSError:
        return False


if __name__ == "__main__":
    main(sys.argv[1])
