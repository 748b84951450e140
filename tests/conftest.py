"""For all tests: nothing leaves this machine. A test that wants a provider starts one here."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings

# The same examples at every run: a change fails by what it changes. `make fuzz` draws others.
settings.load_profile("ci")

_CONNECT = socket.socket.connect
_LOOK_UP = socket.getaddrinfo


class NetworkBlockedError(RuntimeError):
    """A test tried to reach another machine."""


def _is_here(host: Any) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _connect(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise NetworkBlockedError(f"tests reach no other machine: {address[0]}")
    _CONNECT(self, address)


def _look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
    # An address to listen on ("0.0.0.0") is looked up, too; only names would be asked for outside.
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        if not _is_here(host):
            raise NetworkBlockedError(f"tests look up no other machine: {host}") from None
    return _LOOK_UP(host, *args, **kwargs)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with (
        patch.object(socket.socket, "connect", _connect),
        patch.object(socket, "getaddrinfo", _look_up),
    ):
        yield
