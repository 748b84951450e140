"""The widget as a visitor meets it, and what is looked at on the page around it."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

#: Collects what moves on a page, from its first paint on.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""

#: The words that are marked on the page, a string a range.
MARKED = """() => {
  const marks = CSS.highlights.get("resume-assistant");
  return marks ? [...marks].map((range) => range.toString()) : [];
}"""


class Widget:
    """The widget on a page; `where` is its element, in case there are several."""

    def __init__(self, page: Page, where: str = "resume-assistant") -> None:
        self.page = page
        self.host = page.locator(where)
        self.launcher = self.host.locator(".launcher")
        self.panel = self.host.locator(".panel")
        self.log = self.host.get_by_role("log")
        self.live = self.host.locator(".live")
        self.status = self.host.get_by_role("status")
        self.card = self.host.locator(".card")
        self.input = self.host.locator("textarea")
        self.send = self.host.locator(".send")
        self.close = self.host.locator("header button").last
        self.clear = self.host.locator("header button").first
        self.chips = self.host.locator(".chip")
        self.answers = self.host.locator(".answer")
        self.failure = self.host.locator(".failure")
        self.starters = self.host.locator(".starters button")

    def open(self) -> None:
        self.launcher.click()
        expect(self.panel).to_be_visible()
        self.panel.evaluate(
            "(panel) => Promise.all(panel.getAnimations().map((each) => each.finished))"
        )

    def type(self, question: str) -> None:
        self.input.fill(question)
        self.input.press("Enter")

    def ask(self, question: str) -> Locator:
        """Ask, and wait for the answer."""
        before = self.answers.count()
        self.type(question)
        expect(self.answers).to_have_count(before + 1)
        return self.answers.last

    def remembered(self) -> dict[str, Any]:
        """What is kept for the site's next page."""
        kept = self.page.evaluate("sessionStorage[Object.keys(sessionStorage)[0]]")
        return dict(json.loads(kept))

    def marked(self) -> list[str]:
        """The words that are marked on the page."""
        return [" ".join(str(words).split()) for words in self.page.evaluate(MARKED)]


def folded(text: str) -> str:
    """Letters and digits alone, in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", plain)


def citation(
    number: int, text: str, section: tuple[str, ...] = (), url: Any = None
) -> dict[str, Any]:
    source = {"file": "wren.md", "start_line": number, "end_line": number, "page": None}
    return {
        "number": number,
        "quote": text,
        "text": text,
        "section": section,
        "source": source,
        "url": url,
    }


def answer(text: str, *citations: dict[str, Any], status: str = "answered") -> dict[str, Any]:
    return {"question": "?", "status": status, "answer": text, "citations": citations}


def event(kind: str, data: Any) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


def stands_in(page: Page, body: str, status: int = 200, kind: str = "text/event-stream") -> None:
    """Let this be what the server says next, where a real one cannot be made to say it."""
    headers = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}

    def reply(route: Route) -> None:
        route.fulfill(status=status, headers=headers, content_type=kind, body=body)

    page.unroute("**/api/chat")
    page.route("**/api/chat", reply)


def problem(status: int, **fields: Any) -> dict[str, Any]:
    """What `stands_in` takes for a problem."""
    body = json.dumps(
        {"type": "about:blank", "title": "", "status": status, "detail": "", **fields}
    )
    return {"body": body, "status": status, "kind": "application/problem+json"}
