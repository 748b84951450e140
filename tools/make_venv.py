"""Make the virtual environment, or say in one line what this machine lacks for it.

Runs on whatever `python3` is here, so it keeps to syntax that old versions understand.
"""

import importlib.util
import subprocess
import sys

NEEDED = (3, 11)


def main(folder: str) -> None:
    """Create `folder` (kept if it is there already)."""
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
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603


if __name__ == "__main__":
    main(sys.argv[1])
