"""The visitor's address is the one that a trusted proxy saw, and never what the visitor wrote."""

from __future__ import annotations

import pytest
from web import application, client_of, running

from assistant.settings import Settings
from ingest.errors import SettingsError
from ui.addresses import household, visitor_address


def seen(peer: str, *forwarded: str, trusted: str = "") -> str:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    settings = Settings.load(trusted_proxies=trusted)
    return visitor_address({"client": (peer, 50_000), "headers": headers}, settings)


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "visitor"),
    [
        ("198.51.100.9", [], "", "198.51.100.9"),
        ("198.51.100.9", ["203.0.113.7"], "", "198.51.100.9"),
        ("198.51.100.9", ["203.0.113.7"], "127.0.0.1", "198.51.100.9"),
        ("127.0.0.1", ["203.0.113.7"], "127.0.0.1", "203.0.113.7"),
        ("127.0.0.1", ["6.6.6.6, 203.0.113.7"], "127.0.0.1", "203.0.113.7"),
        ("127.0.0.1", ["6.6.6.6", "203.0.113.7"], "127.0.0.1", "203.0.113.7"),
        ("127.0.0.1", ["6.6.6.6, 203.0.113.7, 10.1.2.3"], "127.0.0.1, 10.0.0.0/8", "203.0.113.7"),
        ("127.0.0.1", ["10.9.9.9, 10.1.2.3"], "127.0.0.1,10.0.0.0/8", "10.9.9.9"),
        ("127.0.0.1", ["203.0.113.7, rubbish"], "127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.7:4711"], "127.0.0.1", "203.0.113.7"),
        ("127.0.0.1", ["[2001:db8::7]:4711"], "127.0.0.1", "2001:db8::7"),
        ("::1", ["2001:db8::7"], "::1", "2001:db8::7"),
        ("::ffff:10.1.2.3", ["203.0.113.7"], "10.0.0.0/8", "203.0.113.7"),
        ("127.0.0.1", [""], "127.0.0.1", "127.0.0.1"),
    ],
)
def test_the_last_hop_that_no_trusted_proxy_is_asks(
    peer: str, forwarded: list[str], trusted: str, visitor: str
) -> None:
    assert seen(peer, *forwarded, trusted=trusted) == visitor


def test_a_request_without_an_address_has_a_name_all_the_same() -> None:
    assert visitor_address({"client": None, "headers": []}, Settings.load()) == "unknown"


def test_an_ipv6_household_is_one_visitor() -> None:
    assert household("2001:db8:1:2::1") == household("2001:db8:1:2:aaaa::") == "2001:db8:1:2::/64"
    assert household("::ffff:203.0.113.7") == household("203.0.113.7") == "203.0.113.7"
    assert household("unknown") == "unknown"


@pytest.mark.parametrize("value", ["nginx", "10.0.0.0/99", "10.0.0.1,,no"])
def test_proxies_that_are_no_addresses_are_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="RESUME_TRUSTED_PROXIES"):
        Settings.load(trusted_proxies=value)


async def test_a_visitor_does_not_escape_the_limit_by_a_header() -> None:
    app = application(rate_per_address="1/hour", trusted_proxies="10.0.0.1")
    asked = {"json": {"question": "Go?"}}
    async with running(app) as client:
        for number, status in ((1, 200), (2, 429), (3, 429)):
            headers = {"x-forwarded-for": f"192.0.2.{number}"}
            assert (await client.post("/api/chat", **asked, headers=headers)).status_code == status
        async with client_of(app, "10.0.0.1") as proxy:
            for visitor, status in (("192.0.2.1", 200), ("192.0.2.1", 429), ("192.0.2.2", 200)):
                headers = {"x-forwarded-for": f"6.6.6.6, {visitor}"}
                response = await proxy.post("/api/chat", **asked, headers=headers)
                assert response.status_code == status
