from __future__ import annotations

import os
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from conftest import Run

from tests.served import Server

HERE = Path(__file__).parent
FAKE = HERE / "with_fake.py"
WATCHED = HERE / "watched.py"


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    running = Server(environment, script=FAKE)
    yield running
    running.kill()


def get(address: str) -> tuple[int, str, str]:
    with urllib.request.urlopen(address, timeout=30) as response:
        policy = response.headers["Content-Security-Policy"]
        return response.status, policy, response.read().decode()


def test_the_page_is_served_and_may_load_nothing_from_another_host(server: Server) -> None:
    status, policy, page = get(f"{server.address}/")
    assert status == 200
    assert "Ada Wren" in page
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"https?:|\*|'unsafe-inline'(?!; img)", policy)
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]+?(?:src|href)=\"([^\"]+)", page)
    assert loaded
    assert [address for address in loaded if "//" in address] == []
    assert "url(http" not in page


def test_it_says_neither_what_it_is_nor_believes_who_asks(environment: dict[str, str]) -> None:
    # The variable is uvicorn's own, by which it would believe anybody.
    strict = environment | {"FORWARDED_ALLOW_IPS": "*", "RESUME_RATE_PER_ADDRESS": "1/hour"}
    running = Server(strict, script=FAKE)
    with httpx.Client(base_url=running.address, timeout=60) as client:
        for number, status in ((1, 200), (2, 429)):
            told = {"x-forwarded-for": f"192.0.2.{number}", "x-forwarded-proto": "https"}
            response = client.post("/api/chat", json={"question": "Go?"}, headers=told)
            assert response.status_code == status
            assert "server" not in response.headers
    assert running.end() == (130, "")


def test_only_its_own_port_is_open_on_this_machine_only(server: Server) -> None:
    get(f"{server.address}/")
    connections = psutil.Process(server.process.pid).net_connections("inet")
    listening = [f"http://{c.laddr.ip}:{c.laddr.port}" for c in connections if c.status == "LISTEN"]
    assert listening == [server.address]
    assert {c.raddr.ip for c in connections if c.raddr} <= {"127.0.0.1"}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise there")
def test_it_ends_at_once_and_quietly_though_a_page_is_open(server: Server) -> None:
    with httpx.Client(base_url=server.address, timeout=30) as client:
        assert client.get("/").is_success  # and the connection is kept open
        assert server.end() == (130, "")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise there")
def test_nothing_leaves_the_machine_while_ingesting_asking_and_serving(
    run: Run, environment: dict[str, str], resume: Path, tmp_path: Path
) -> None:
    log = tmp_path / "reached"
    watch = {"WATCH_FILE": str(log)}
    # The watch itself works: an address set aside for documentation, which is nobody's.
    run("serve", "--host", "192.0.2.1", script=WATCHED, **watch)
    assert log.read_text() == "socket.getaddrinfo 192.0.2.1\n"
    log.unlink()

    assert run("ingest", "--resume", str(resume), script=WATCHED, **watch).returncode == 0
    asked = run("ask", "--resume", str(resume), "Has she used Kafka?", script=WATCHED, **watch)
    assert "Kafka" in asked.stdout
    running = Server(environment | watch, "--resume", str(resume), script=WATCHED)
    assert get(f"{running.address}/")[0] == 200
    assert running.end() == (130, "")
    assert not log.exists()
