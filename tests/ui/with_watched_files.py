"""The command line, with a line in the file `WATCH_FILE` for each file opened to be written."""

import os
import sys

LOG = os.open(os.environ["WATCH_FILE"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
DEVICES = ("/dev/null", "/dev/tty")


def watch(event: str, arguments: tuple) -> None:
    if event == "open" and (arguments[2] or 0) & WRITING and str(arguments[0]) not in DEVICES:
        os.write(LOG, f"{arguments[0]}\n".encode())


sys.addaudithook(watch)

from ui.cli import main  # noqa: E402  # after the hook

main()
