"""Install what the browser tests need of Debian: a browser, and Jekyll to build a real site.

Only root may install packages; for anybody else, and where there is no apt, this says in a line
what is missing, and the tests that need it report themselves as not run.
"""

import os
import shutil
import subprocess
import sys

#: Each command that is needed, and the Debian package that has it.
PACKAGES = {"chromium": "chromium", "jekyll": "jekyll"}


def main() -> None:
    """Install the packages whose command is missing."""
    missing = sorted(package for command, package in PACKAGES.items() if not shutil.which(command))
    if not missing:
        return
    names = " ".join(missing)
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print(f"Browser tests will not all run; install these as root: {names}", file=sys.stderr)
        return
    print(f"Installing {names} for the browser tests (a minute or two)", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(  # noqa: S603  # both lines are written here
            command, env=environment, check=False, capture_output=True, text=True
        )
        if done.returncode != 0:
            print(f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}", file=sys.stderr)
            return


if __name__ == "__main__":
    main()
