"""The person: name, contact, home, summary, aims; and what each section of a kind lists."""

from __future__ import annotations

import re

from assistant.answers.context import Context, Drafter, contact_words, unsaid
from assistant.answers.evidence import own_words, ranked
from assistant.compose import Draft, Sentence, answered
from assistant.facts import by_time, degree, described, distinct, jobs, stays
from assistant.question import Part
from assistant.text import fold, joined, keys, sentence, shorten
from ingest.dates import find_dates
from ingest.resume import Contact, ContactKind, Fragment, SectionKind

_NETWORKS = {
    "x": "twitter", "insta": "instagram", "so": "stackoverflow", "stack": "stackoverflow",
    "git": "github", "li": "linkedin", "fb": "facebook",
}  # fmt: skip
NETWORK_NAMES = frozenset(
    """github linkedin twitter gitlab stackoverflow facebook instagram orcid medium behance dribbble
    youtube mastodon kaggle""".split()
)
_SINCE = re.compile(r"\b(?:since|after|from)\s+(?P<year>\d{4})", re.IGNORECASE)
_LIST_WORDS = 90

_LABELS = {
    ContactKind.EMAIL: "Email", ContactKind.PHONE: "Phone", ContactKind.WEBSITE: "Website",
    ContactKind.LOCATION: "Location",
}  # fmt: skip


def _contacts(context: Context, *kinds: ContactKind) -> list[Contact]:
    return [contact for contact in context.resume.contacts if contact.kind in kinds]


def _said(context: Context, contact: Contact) -> Sentence:
    label = _LABELS.get(contact.kind) or (contact.network or "Profile").capitalize()
    value = contact.value
    if contact.url and contact.kind in (ContactKind.PROFILE, ContactKind.WEBSITE):
        bare = re.sub(r"^https?://(?:www\.)?|/$", "", contact.url)
        if fold(bare) not in fold(value):
            value = f"{value} ({contact.url})"
    return Sentence(f"{label}: {value}.", (contact_words(context, contact),))


def _reply(context: Context, found: list[Contact], what: str) -> Draft:
    if found:
        unique = {(contact.kind, contact.value): contact for contact in found}
        return answered(*(_said(context, one) for one in unique.values()), why=what)
    others = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE, ContactKind.PROFILE)
    near = tuple(_said(context, one) for one in others[:1])
    return unsaid(f"what the {what} is" if what != "contact" else "how to get in touch", *near)


def email(context: Context, part: Part) -> Draft:
    """The mail address."""
    return _reply(context, _contacts(context, ContactKind.EMAIL), "email address")


def phone(context: Context, part: Part) -> Draft:
    """The telephone number."""
    return _reply(context, _contacts(context, ContactKind.PHONE), "phone number")


def link(context: Context, part: Part) -> Draft:
    """The profile or site that the question names, or all of them."""
    words = {_NETWORKS.get(key, key) for key in keys(part.text)}
    profiles = _contacts(context, ContactKind.PROFILE)
    named = [one for one in profiles if one.network and fold(one.network).replace(" ", "") in words]
    if named:
        return _reply(context, named, "profile")
    asked = sorted(words & NETWORK_NAMES)
    if asked:
        return _reply(context, [], f"{asked[0]} profile")
    sites = _contacts(context, ContactKind.WEBSITE)
    if words & {"website", "site", "portfolio", "homepage", "web", "blog", "url", "page"} and sites:
        return _reply(context, sites, "website")
    return _reply(context, sites + profiles, "website or profile")


def anyhow(context: Context, part: Part) -> Draft:
    """Every way to get in touch, mail and telephone first."""
    words = set(keys(part.text))
    if words & {"ring", "call", "phone", "dial", "tel", "mobile", "whatsapp", "number"}:
        found = _contacts(context, ContactKind.PHONE)
        if found and not words & {"email", "mail", "write"}:
            return _reply(context, found, "phone number")
    first = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE)
    found = first or _contacts(context, ContactKind.PROFILE, ContactKind.WEBSITE)
    return _reply(context, found, "contact")


_STREET = re.compile(r"\b(?:address|street|zip|post(?:al)? ?code|postal|house)\b", re.IGNORECASE)


def home(context: Context, part: Part) -> Draft:
    """Where the person is; with the street, if that is asked for and the resume gives it."""
    found = _contacts(context, ContactKind.LOCATION)
    whole = _address(context, found)
    if whole and (not found or _STREET.search(part.text)):
        return answered(Sentence(sentence(whole.text), (whole,)), why="address")
    if not found:
        return unsaid(f"where {context.name if context.name != 'They' else 'they'} live"
                      f"{'' if context.name == 'They' else 's'}")  # fmt: skip
    text = f"{context.name} {'are' if context.name == 'They' else 'is'} in {found[0].value}."
    return answered(Sentence(text, (contact_words(context, found[0]),)), why="location")


def _address(context: Context, found: list[Contact]) -> Fragment | None:
    """The line of the page's head that holds the place, or that looks like an address."""
    head = [
        statement
        for section in context.resume.of_kind(SectionKind.BASICS)
        for statement in section.statements
    ]
    for statement in head:
        if any(statement.span.overlaps(contact.span) for contact in found):
            return statement
    taken = [contact.span for contact in context.resume.contacts]
    for statement in head:
        free = not any(statement.span.overlaps(span) for span in taken)
        if free and _looks_like_address(statement.text):
            return statement
    return None


def _looks_like_address(text: str) -> bool:
    """A short line in parts, every word of which is a number or a name."""
    words = text.replace(",", " ").split()
    return (
        "," in text
        and 2 <= len(words) <= 12
        and all(word[0].isdigit() or word[0].isupper() for word in words)
        and "@" not in text
    )


def full_name(context: Context, part: Part) -> Draft:
    """The name as the resume gives it."""
    if context.resume.name is None:
        return unsaid("what the person's name is")
    name = context.resume.name
    return answered(Sentence(f"The resume is {name.text}'s.", (name,)), why="name")


def about(context: Context, part: Part) -> Draft | None:
    """Who this is: the headline or latest job, and the first words of the summary."""
    sentences: list[Sentence] = []
    headline = context.resume.headline
    summary = [
        statement
        for section in context.resume.of_kind(SectionKind.SUMMARY)
        for statement in section.statements
    ]
    if headline and not any(headline.span.overlaps(one.span) for one in summary):
        name = context.resume.name.text if context.resume.name else "This"
        sentences.append(Sentence(sentence(f"{name}: {headline.text}"), (headline,)))
    words = 0
    said: list[Fragment] = []
    for statement in summary:
        size = len(statement.text.split())
        if words and words + size > 40:
            break
        said.append(statement)
        words += size
    if said:
        text = shorten(" ".join(sentence(statement.text) for statement in said), 45)
        sentences.append(Sentence(own_words(context, text), tuple(said)))
    latest = by_time(jobs(context.resume))[:1]
    if latest and words < 20:
        text = f"Latest job: {described(latest[0])}."
        sentences.append(Sentence(text, latest[0].evidence(dated=True)))
    return answered(*sentences, why="summary") if sentences else None


def of_kind(*kinds: SectionKind, noun: str) -> Drafter:
    """A drafter that lists the entries and statements of some kinds of section."""

    def drafter(context: Context, part: Part) -> Draft | None:
        return _listing(context, part, kinds, noun)

    return drafter


def _listing(
    context: Context, part: Part, kinds: tuple[SectionKind, ...], noun: str
) -> Draft | None:
    items = _items(context, kinds)
    since = _SINCE.search(part.text)
    if since:
        items = [item for item in items if _year(item) >= int(since["year"])] or items
    elif part.when:
        items = [item for item in items if _year(item) == part.when[0]] or items
    if part.jobs and kinds == (SectionKind.PROJECTS,):
        return _projects_of(part)
    if not items:
        return None
    if len(items) > 4 or (len(items) > 1 and _one_wanted(part)):
        items = _nearest_first(context, part, items)
        if _one_wanted(part):
            items = items[:2]
    said: list[Sentence] = []
    words = 0
    for text, evidence in items:
        size = len(text.split())
        if said and (words + size > _LIST_WORDS or len(said) == 8):
            break
        said.append(Sentence(sentence(shorten(text, 40)), evidence))
        words += size
    return answered(*said, why=f"{noun}, listed")


def _projects_of(part: Part) -> Draft | None:
    """The projects of a job: its statements that begin with a name."""
    named = [
        one for job in part.jobs for one in job.statements()
        if one.label and one.label[0].isupper() and not one.values
    ]  # fmt: skip
    if len(named) < 2:
        return None
    names = joined([one.label or "" for one in named[:8]])
    text = f"At {part.jobs[0].name}: {names}."
    return answered(Sentence(text, tuple(named[:8])), why="named statements of the job")


_Item = tuple[str, tuple[Fragment, ...]]


def _one_wanted(part: Part) -> bool:
    return bool(
        re.search(r"\b(?:which one|the (?:one|paper|book|award|prize|project)|who|what (?:award|"
                  r"prize|project|paper)\b|any\b|ever\b|in what\b)", part.text, re.I)
    ) and not re.search(r"\b(?:all|list|every|names|titles)\b", part.text, re.I)  # fmt: skip


def _items(context: Context, kinds: tuple[SectionKind, ...]) -> list[_Item]:
    items: list[_Item] = []
    for section in context.resume.of_kind(*kinds):
        items += [(statement.text, (statement,)) for statement in section.statements]
    for stay in stays(context.resume, *kinds):
        say = degree if stay.section.kind is SectionKind.EDUCATION else described
        text = say(stay)
        statements = [one for one in stay.statements() if one.label != "URL"]
        evidence = distinct(stay.evidence(dated=True))
        if statements and len(text.split()) + len(statements[0].text.split()) < 30:
            text = f"{text}: {statements[0].text}"
            evidence = distinct((*evidence, statements[0]))
        items.append((text, evidence))
    return items


def _year(item: _Item) -> int:
    years = [
        day.year
        for found in find_dates(item[0])
        for day in (found.first, found.last)
        if day is not None
    ]
    return max(years, default=0)


def _nearest_first(context: Context, part: Part, items: list[_Item]) -> list[_Item]:
    order = [(hit.words.span.start, hit.words.span.end) for hit in ranked(context, part)]

    def place(item: _Item) -> int:
        return min(
            (
                at
                for at, (start, end) in enumerate(order)
                for words in item[1]
                if start < words.span.end and words.span.start < end
            ),
            default=len(order),
        )

    return sorted(items, key=place)


PERSON: dict[str, Drafter] = {
    "contact_email": email,
    "contact_phone": phone,
    "contact_link": link,
    "contact_any": anyhow,
    "home": home,
    "name": full_name,
    "about": about,
    "certificates": of_kind(SectionKind.CERTIFICATES, noun="certificates"),
    "awards": of_kind(SectionKind.AWARDS, noun="awards"),
    "publications": of_kind(SectionKind.PUBLICATIONS, noun="publications"),
    "projects": of_kind(SectionKind.PROJECTS, noun="projects"),
    "volunteer": of_kind(SectionKind.VOLUNTEER, noun="volunteering"),
    "languages": of_kind(SectionKind.LANGUAGES, noun="languages"),
    "interests": of_kind(SectionKind.INTERESTS, noun="interests"),
    "references": of_kind(SectionKind.REFERENCES, noun="references"),
}
#: What to call the kind where the resume has nothing of it.
NOUNS = {
    "certificates": "any certificate", "awards": "any award", "publications": "any publication",
    "projects": "any project", "volunteer": "any unpaid work",
    "languages": "which languages they speak",
    "interests": "any interest", "references": "who would give a reference",
}  # fmt: skip
