"""The chat page as a visitor meets it: what can be done on it, and what can be seen."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, Request, Route

RESUME = """\
# Ada Wren

Keeper of the harbour's booking systems

ada@wren.example | [github.com/wren](https://github.com/wren) | Bristol, UK

## Summary

I keep systems up that thousands of passengers rely on. I like small teams and quiet pagers.

## Experience

### Tern Airways, Bristol, 2016 - 2020

#### Senior Platform Engineer

- Ran the Kafka clusters behind the booking system
- Wrote payment services in Go
  - Cut the time of a refund from 3 days to 4 hours
- Led a team of five engineers

### Gull Ferries, Cardiff, 2012 - 2016

- Built the timetable service in Python
- Trained apprentices

## Skills

- Languages: Go, Python, SQL
- Messaging: Kafka, RabbitMQ

## Education

### BSc Computer Science, University of Bristol, 2009 - 2012
"""

#: What the highlighter is on: the text of each range, and the lines of the element around it.
_MARKED = """() => [...(CSS.highlights.get("cited") ?? [])].map(range => ({
    text: range.toString(),
    line: range.startContainer.parentElement.closest("[data-lines]").dataset.lines,
}))"""
#: Whether an element stands inside the window with nothing over it, and has stopped moving.
_SEEN = """async element => {
    const top = () => element.getBoundingClientRect().top;
    const before = top();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const at = element.getBoundingClientRect();
    const [x, y] = [at.left + Math.min(at.width, 20) / 2, at.top + Math.min(at.height, 20) / 2];
    return before === top() && at.top >= 0 && at.bottom <= innerHeight
        && element.contains(document.elementFromPoint(x, y));
}"""


class ChatPage:
    """One visitor's page, open."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.asked: list[dict[str, Any]] = []
        self.errors: list[str] = []
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.open()

    def open(self) -> None:
        self.page.goto(self.address)
        self.page.wait_for_selector("html.ready")

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)
        if request.url.endswith("/api/chat"):
            self.asked.append(request.post_data_json)

    # Its parts

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your question about Ada")

    @property
    def answers(self) -> Locator:
        """Those that are finished."""
        return self.page.get_by_role("log").locator(".answer")

    @property
    def pending(self) -> Locator:
        """The answer that is awaited, being written, or not to be had."""
        return self.page.locator(".pending .answer")

    @property
    def retry(self) -> Locator:
        return self.page.get_by_role("button", name="Try again")

    @property
    def tip(self) -> Locator:
        """The quote beside a citation's number."""
        return self.page.locator(".tip:not([hidden])")

    @property
    def back(self) -> Locator:
        return self.page.get_by_role("button", name="Back to the answer")

    def chip(self, number: int = 1) -> Locator:
        """The button of a citation of the last answer."""
        return self.answers.last.get_by_role("button", name=f"{number}, source", exact=False)

    # What a visitor does and sees

    def send(self, question: str) -> None:
        self.field.fill(question)
        self.field.press("Enter")

    def ask(self, question: str) -> Locator:
        """Asks, and gives the finished answer."""
        before = self.answers.count()
        self.send(question)
        self.answers.nth(before).wait_for()
        return self.answers.nth(before)

    def waits_in(self, state: str) -> Locator:
        """The pending answer, once it is in this state."""
        found = self.page.locator(f'.pending .answer[data-state="{state}"]')
        found.wait_for()
        return found

    def marked(self) -> list[dict[str, str]]:
        return list(self.page.evaluate(_MARKED))

    def sees(self, element: Locator) -> bool:
        """Whether the element stands inside the window, with nothing over it."""
        return bool(element.evaluate(_SEEN))

    def comes_into_view(self, element: Locator) -> None:
        """Waits for the page to scroll there; fails if it does not."""
        for _ in range(50):
            if self.sees(element):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{element} is not in view")

    def overflow(self) -> int:
        """Pixels that the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def foreign_requests(self) -> list[str]:
        own = (self.address, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]

    # What may happen to a question on its way

    def answer_with(self, status: int, **problem: Any) -> None:
        """Let questions be answered with a problem from now on, not by the server."""
        body = json.dumps({"status": status, **problem})

        def fulfil(route: Route) -> None:
            route.fulfill(status=status, content_type="application/problem+json", body=body)

        self.page.route("**/api/chat", fulfil)

    def hold(self) -> None:
        """Let questions hang."""
        self.page.route("**/api/chat", lambda route: None)

    def cut(self) -> None:
        """Let nothing through to the server."""
        for path in ("**/api/chat", "**/healthz"):
            self.page.route(path, lambda route: route.abort())

    def mend(self) -> None:
        """Let everything through again."""
        self.page.unroute_all(behavior="ignoreErrors")

    def use_up(self, questions: int) -> None:
        """Ask so many as the same visitor, from beside the page."""
        for _ in range(questions):
            reply = self.page.request.post(
                f"{self.address}/api/chat", data={"question": "Has Ada used Kafka?"}
            )
            if reply.status == 429:
                return
        raise AssertionError("there is no end to what may be asked")
