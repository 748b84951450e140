"""Nothing leaves the machine and nothing listens, from the file to the answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Runs in a process of its own: an audit hook stays for good, and imports must happen under it.
SCRIPT = """
import socket, sys
from pathlib import Path

def watch(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        print("ASKED", event, args)
    elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.listen"):
        # urllib3 asks at import whether there is IPv6, by binding any port of ::1 for a moment.
        probe = event == "socket.bind" and args[1][:2] == ("::1", 0)
        if args[0].family != getattr(socket, "AF_UNIX", None) and not probe:
            print("USED", event, args)

sys.addaudithook(watch)

from assistant import Assistant
from assistant.settings import Settings

import psutil

folder = Path(sys.argv[1])
for _ in range(2):
    assistant = Assistant.open(folder / "cv.md", Settings.load(index_dir=folder / "index"))
    print("SAID", assistant.ask("does she know Kafka?").answer)
    print("SAID", assistant.ask("what does she earn").status)
    print("SAID", assistant.ask("¿Cuántos años de experiencia tiene ella?").status)
    # The audit hook sees Python's sockets only; Chroma is written in Rust.
    print("OPEN", psutil.Process().net_connections(kind="inet"))
"""


def test_no_socket_leaves_the_machine_while_ingesting_and_asking(tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text("# Ina Bell\n\n## Skills\n\n- Kafka, Flink\n- Gardening\n")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], capture_output=True, text=True, check=True
    )
    said = ["SAID Yes. Kafka, Flink [1].", "SAID not_in_resume", "SAID declined", "OPEN []"]
    assert done.stdout.splitlines() == said * 2
