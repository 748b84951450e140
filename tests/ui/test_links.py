from __future__ import annotations

import pytest

from ingest.resume import Contact, ContactKind, Span
from ui.links import contact_link, safe_link

NOWHERE = Span(0, 0, 1, 1)


@pytest.mark.parametrize(
    "target",
    [
        "https://wren.example/a?b=c#d",
        "http://wren.example",
        "mailto:ada@wren.example",
        "tel:+44123456",
    ],
)
def test_sites_mails_and_calls_may_be_linked_to(target: str) -> None:
    assert safe_link(f" {target}\n") == target


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/x", "//x.y", "/a",
     "#a", "a b", "", "http://", "https:", "http://[", "mailto:"],
)  # fmt: skip
def test_anything_else_may_not(target: str) -> None:
    assert safe_link(target) is None


@pytest.mark.parametrize(
    ("kind", "value", "url", "link"),
    [
        (ContactKind.EMAIL, "ada@wren.example", None, "mailto:ada@wren.example"),
        (
            ContactKind.EMAIL,
            "ada+cv@wren.example?cc=x",
            None,
            "mailto:ada+cv@wren.example%3Fcc%3Dx",
        ),
        (ContactKind.EMAIL, "ada at wren", None, None),
        (ContactKind.PHONE, "(020) 7946-0018 ext. 12", None, "tel:02079460018"),
        (ContactKind.PHONE, "+44 20 7946 0018", None, "tel:+442079460018"),
        (ContactKind.PHONE, "n/a", None, None),
        (ContactKind.WEBSITE, "wren.example/cv", None, "https://wren.example/cv"),
        (ContactKind.WEBSITE, "my site", None, None),
        (ContactKind.PROFILE, "@wren", "https://github.com/wren", "https://github.com/wren"),
        (ContactKind.PROFILE, "@wren", "javascript:x", None),
        (ContactKind.LOCATION, "Bristol, UK", None, None),
    ],
)
def test_a_contact_leads_to_where_its_kind_says(
    kind: ContactKind, value: str, url: str | None, link: str | None
) -> None:
    assert contact_link(Contact(kind, value, NOWHERE, url)) == link
