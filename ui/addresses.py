"""Whose question it is: the visitor's address, behind proxies too."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from starlette.types import Scope

#: What stands for an address where there is none, as on a socket file.
UNKNOWN = "unknown"
#: A household or a host has that much of IPv6 to itself: 2^64 addresses to come back from.
_HOUSEHOLD = 64


def visitor_address(scope: Scope, settings: Settings) -> str:
    """The address that a request comes from.

    A proxy appends to `X-Forwarded-For` the address that it was called from; what stands to the
    left of that is whatever the caller wrote. So the header is read from the right, and only as
    long as each hop is one of `trusted_proxies`: the first that is not is the visitor.
    """
    address = scope["client"][0] if scope.get("client") else UNKNOWN
    hops = _forwarded(scope)
    while hops and _is_trusted(address, settings):
        hop = _parsed(hops.pop())
        if hop is None:
            break
        address = str(hop)
    return address


def household(address: str) -> str:
    """What is counted as one visitor: an IPv4 address, or the /64 network of an IPv6 one."""
    parsed = _parsed(address)
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, _HOUSEHOLD), strict=False))
    return str(parsed or address)


def _forwarded(scope: Scope) -> list[str]:
    values = [value for name, value in scope.get("headers", ()) if name == b"x-forwarded-for"]
    return b",".join(values).decode("latin-1").split(",") if values else []


def _is_trusted(address: str, settings: Settings) -> bool:
    parsed = _parsed(address)
    return parsed is not None and any(parsed in network for network in settings.trusted_proxies)


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """An address, whatever port, brackets or zone some proxies write with it."""
    bare = text.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    # An IPv4 caller of a socket that listens on both looks like ::ffff:192.0.2.1.
    return getattr(address, "ipv4_mapped", None) or address
