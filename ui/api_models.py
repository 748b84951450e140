"""What the HTTP API takes and gives, as its OpenAPI document has it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, create_model

from assistant.compose import published_page
from assistant.settings import Settings
from ingest.resume import ContactKind, Section, SectionKind
from ui.desk import Desk
from ui.links import contact_link
from ui.pictures import PrintedPage, printed_pages
from ui.resume_words import Words


class State(BaseModel):
    """The server is up, or ready."""

    status: Literal["ok"] = "ok"


class ContactLink(BaseModel):
    """One way to reach the person."""

    kind: ContactKind
    label: str = Field(description="what to show: a mail address, a number, a handle")
    url: str = Field(
        description="what to open", pattern="^(https?://|mailto:|tel:)", examples=["tel:+44123"]
    )


class OutlineEntry(BaseModel):
    """One job, degree or project."""

    name: str
    dates: str | None = Field(description="as the resume writes them")


class OutlineSection(BaseModel):
    """One part of the resume, in its own order."""

    kind: SectionKind = Field(description="in the terms of JSON Resume")
    title: str
    entries: list[OutlineEntry]


class PageCard(BaseModel):
    """A page of a PDF that the resume was read from."""

    file: str = Field(description="the name that citations have in `source.file`")
    page: int = Field(description="from 1, as citations have it", ge=1)
    width: float = Field(description="in points, as the boxes of citations are")
    height: float
    picture: str = Field(description="where it is as a PNG, on this server")


class ResumeCard(BaseModel):
    """What a page needs to greet."""

    name: str | None
    headline: str | None
    starters: list[str] = Field(description="questions to begin with", max_length=5)
    contacts: list[ContactLink]
    outline: list[OutlineSection]
    page: str | None = Field(description="where the resume is published, if that is known")
    pages: list[PageCard] = Field(description="its pages, where it is a PDF")


def resume_card(desk: Desk) -> ResumeCard:
    """Whose assistant this is."""
    resume, words = desk.resume, Words(desk.resume)
    return ResumeCard(
        name=words.shown(resume.name) if resume.name else None,
        headline=words.shown(resume.headline) if resume.headline else None,
        starters=list(desk.starters),
        contacts=[
            ContactLink(kind=contact.kind, label=contact.value, url=link)
            for contact in resume.contacts
            if (link := contact_link(contact))
        ],
        outline=[_section(section) for section in resume.sections],
        page=published_page(resume, desk.settings.site_url),
        pages=[_page(page) for page in printed_pages(resume)],
    )


def _page(page: PrintedPage) -> PageCard:
    return PageCard(
        file=page.name,
        page=page.page,
        width=page.width,
        height=page.height,
        picture=f"/{page.address}",
    )


def _section(section: Section) -> OutlineSection:
    entries = [
        OutlineEntry(name=entry.name, dates=entry.dates.text if entry.dates else None)
        for entry in section.entries
    ]
    return OutlineSection(kind=section.kind, title=section.title, entries=entries)


class Turn(BaseModel):
    """One turn of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


def question_model(settings: Settings) -> type[BaseModel]:
    """What `/api/chat` takes, with the bounds that the owner set."""
    question = Annotated[
        str, Field(min_length=1, max_length=settings.max_question_chars, pattern=r"\S")
    ]
    turns = Annotated[
        list[Turn],
        Field(
            max_length=settings.max_history_turns,
            description="the last turns, oldest first; their words together have at most"
            f" {settings.max_history_bytes:,} bytes of UTF-8",
        ),
    ]
    return create_model(
        "Question",
        __doc__="A question, and what was said before it.",
        question=(question, ...),
        history=(turns, []),
    )
