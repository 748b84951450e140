"""The command line, with a line in the file `WATCH_FILE` for each reach beyond this machine."""

import os
import sys
from ipaddress import ip_address

HERE = ("localhost", "", None)


def is_here(host: object) -> bool:
    host = host.decode() if isinstance(host, bytes) else host
    try:
        return host in HERE or ip_address(str(host)).is_loopback
    except ValueError:
        return False


def watch(event: str, arguments: tuple) -> None:
    match event, arguments:
        case "socket.getaddrinfo" | "socket.gethostbyname", (host, *_):
            pass
        case "socket.connect" | "socket.sendto" | "socket.sendmsg", (_, (host, *_)):
            pass
        case _:
            return
    if not is_here(host):
        with open(os.environ["WATCH_FILE"], "a") as log:
            log.write(f"{event} {host}\n")


sys.addaudithook(watch)

from ui.cli import main  # noqa: E402  # after the hook, which sees the imports too

main()
