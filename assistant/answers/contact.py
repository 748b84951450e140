"""How to reach the person and where they live, from the resume's contacts or lines labelled so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Status
from assistant.answers.context import Context, contact_words, says_something, unsaid
from assistant.answers.evidence import ranked
from assistant.answers.networks import NETWORK_NAMES, network_words
from assistant.compose import Draft, Sentence, answered, merged
from assistant.question import Part
from assistant.text import FUNCTION_WORDS, fold, keys, sentence
from ingest.resume import Contact, ContactKind, Fragment, SectionKind, Statement

_LABELS = {
    ContactKind.EMAIL: "Email", ContactKind.PHONE: "Phone", ContactKind.WEBSITE: "Website",
    ContactKind.LOCATION: "Location",
}  # fmt: skip
#: How a resume labels a line that gives a contact, where no reader saw one in it.
_LABELLED = {
    ContactKind.EMAIL: re.compile(r"\be-?mails?\b", re.IGNORECASE),
    ContactKind.PHONE: re.compile(r"\b(?:tele)?phone\b|\btel\b|\bmobile\b|\bcell\b", re.IGNORECASE),
    ContactKind.WEBSITE: re.compile(r"^(?:website|homepage|portfolio|blog)$", re.IGNORECASE),
    ContactKind.LOCATION: re.compile(r"^(?:location|address|city|based in)$", re.IGNORECASE),
}
#: What may follow a number or address in brackets: when or how to use it.
_NOTE = re.compile(r"\s*(\([^()]{1,40}\))")


def _contacts(context: Context, *kinds: ContactKind) -> list[Contact]:
    return [contact for contact in context.resume.contacts if contact.kind in kinds]


def _said(context: Context, contact: Contact) -> Sentence:
    label = _LABELS.get(contact.kind) or (contact.network or "Profile").capitalize()
    value = contact.value
    if contact.url and contact.kind in (ContactKind.PROFILE, ContactKind.WEBSITE):
        bare = re.sub(r"^https?://(?:www\.)?|/$", "", contact.url)
        if fold(bare) not in fold(value):
            value = f"{value} ({contact.url})"
    line, note = _noted(context, contact)
    if line is not None:
        return Sentence(f"{label}: {value} {note}.", (line,))
    return Sentence(f"{label}: {value}.", (contact_words(context, contact),))


def _noted(context: Context, contact: Contact) -> tuple[Statement | None, str]:
    """The line of a contact that says in brackets when or how to use it, and what it says."""
    for _, _, line in context.resume.statements():
        if line.span.overlaps(contact.span):
            at = line.text.find(contact.value)
            note = _NOTE.match(line.text, at + len(contact.value)) if at >= 0 else None
            if note and not re.search(r"://|@", note[1]):
                return line, note[1]
    return None, ""


def _labelled(context: Context, *kinds: ContactKind) -> Iterator[Sentence]:
    """Lines that are labelled as one of these kinds of contact, outside of jobs and referees."""
    for section, path, line in context.resume.statements():
        if path or section.kind in (SectionKind.REFERENCES, SectionKind.WORK):
            continue
        for kind in kinds:
            pattern = _LABELLED.get(kind)
            if pattern and line.label and line.values and pattern.search(line.label):
                yield Sentence(sentence(line.text), (line,))


def _reply(context: Context, found: list[Contact], what: str, *kinds: ContactKind) -> Draft:
    if found:
        unique = {(contact.kind, contact.value): contact for contact in found}
        return answered(*(_said(context, one) for one in unique.values()), why=what)
    lines = list(_labelled(context, *kinds))
    if lines:
        return answered(*lines[:3], why=f"{what}: a line labelled so")
    others = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE, ContactKind.PROFILE)
    near = tuple(_said(context, one) for one in others[:1])
    return unsaid(f"what the {what} is" if what != "contact" else "how to get in touch", *near)


#: Words by which a question names each way to get in touch (closed classes).
_ASKED = {
    ContactKind.EMAIL: frozenset("email emails mail mails e-mail mailbox write gmail".split()),
    ContactKind.PHONE: frozenset(
        """ring call phone dial tel tel. telephone mobile whatsapp cell cellphone number nr text
        phoning calling fone handy""".split()
    ),
    ContactKind.LOCATION: frozenset(
        """town city live lives located location based address street home country prefecture
        province county region""".split()
    ),
}


#: Words of a question that is about reaching someone, of whatever kind.
REACHING = (
    frozenset().union(*_ASKED.values())
    | NETWORK_NAMES
    | frozenset(
        """website websites site sites portfolio homepage web blog url page profile profiles link
        links contact contacts reach touch handle handles""".split()
    )
)


_EITHER = re.compile(r"\b(?:or|either|whichever)\b", re.IGNORECASE)


def _kinds_asked(part: Part) -> list[ContactKind]:
    words = set(keys(part.text))
    if words & _ASKED[ContactKind.EMAIL]:
        words.discard("address")  # "mail address" asks for no street
    return [kind for kind, names in _ASKED.items() if words & names]


def email(context: Context, part: Part) -> Draft | None:
    """The mail address, with the other kinds of contact that are asked for in the same breath."""
    return _ways(context, part, ContactKind.EMAIL)


def phone(context: Context, part: Part) -> Draft | None:
    """The telephone number, with the other kinds that are asked for in the same breath."""
    return _ways(context, part, ContactKind.PHONE)


_WHAT = {
    ContactKind.EMAIL: "email address", ContactKind.PHONE: "phone number",
    ContactKind.LOCATION: "address",
}  # fmt: skip


def _ways(context: Context, part: Part, first: ContactKind) -> Draft | None:
    words = network_words(part)
    asked = _kinds_asked(part)
    if words & NETWORK_NAMES and not asked:
        return link(context, part)
    if not asked and part.guess.ranked[0][1] < _HARDLY and (found := _found_at(context, part)):
        return found
    drafts = [
        _reply(context, _contacts(context, kind), _WHAT[kind], kind)
        for kind in asked or [first]
    ]  # fmt: skip
    if words & NETWORK_NAMES:
        drafts.append(link(context, part))
    there = [draft for draft in drafts if draft.status is Status.ANSWERED]
    if there and _EITHER.search(part.text):
        drafts = there
    return merged(drafts)


#: Below this the classifier may have taken another question for one about contact.
_HARDLY = 0.5
_SITES = frozenset(
    """website websites site sites portfolio homepage web blog url page online profile profiles
    links social socials""".split()
)


#: Words for a site of the person's own, apart from profiles on those of others.
_OWN_SITE = frozenset("website websites site homepage portfolio blog".split())


def _found_at(context: Context, part: Part) -> Draft | None:
    """The address of the thing that the question names (a newsletter, a project), if it has one."""
    for hit in ranked(context, part)[:_FIRST]:
        if not hit.path or hit.lexical <= 0:
            continue
        entry = hit.path[-1]
        lines = [line for line in entry.statements if not says_something(line)]
        if lines:
            text = f"{entry.name}: {lines[0].text}"
            return answered(Sentence(sentence(text), (lines[0],)), why="the address of an entry")
    return None


def _called(context: Context, part: Part, asked: set[str] | None = None) -> Draft | None:
    """A line labelled with a word of the question ("Discord: ..."), outside of jobs.

    With `asked`, labelled with one of these words.
    """
    if asked is None:
        asked = {word for word in keys(part.text) if word not in FUNCTION_WORDS and len(word) > 2}
    for _, path, line in context.resume.statements():
        if not path and line.label and asked & set(keys(line.label)):
            return answered(Sentence(sentence(line.text), (line,)), why="a line labelled so")
    return None


#: Lines among which the named thing is looked for.
_FIRST = 3


def link(context: Context, part: Part) -> Draft:
    """The profile or site that the question names, or all of them."""
    words = network_words(part)
    profiles = _contacts(context, ContactKind.PROFILE)
    named = [one for one in profiles if one.network and fold(one.network).replace(" ", "") in words]
    sites = _contacts(context, ContactKind.WEBSITE)
    asked = sorted(words & NETWORK_NAMES)
    if named:
        told = _reply(context, named + (sites if words & _OWN_SITE else []), "profile")
        there = {fold(one.network or "").replace(" ", "") for one in named}
        lacking = [unsaid(f"what the {name} profile is") for name in asked if name not in there]
        return merged([told, *lacking])
    if asked:
        labelled = _called(context, part, set(asked))
        return labelled or _reply(context, [], f"{asked[0]} profile")
    if not words & _SITES and (found := _called(context, part) or _found_at(context, part)):
        return found
    if words & (_SITES - {"profile", "profiles", "links"}) and sites:
        return _reply(context, sites, "website")
    return _reply(context, sites + profiles, "website or profile", ContactKind.WEBSITE)


def anyhow(context: Context, part: Part) -> Draft | None:
    """Every way to get in touch, mail and telephone first, or those that are named."""
    asked = [kind for kind in _kinds_asked(part) if kind is not ContactKind.LOCATION]
    if asked:
        return _ways(context, part, asked[0])
    if network_words(part) & NETWORK_NAMES:
        return link(context, part)
    first = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE)
    found = first or _contacts(context, ContactKind.PROFILE, ContactKind.WEBSITE)
    return _reply(context, found, "contact", ContactKind.EMAIL, ContactKind.PHONE)


_STREET = re.compile(r"\b(?:address|street|zip|post(?:al)? ?code|postal|house)\b", re.IGNORECASE)


def home(context: Context, part: Part) -> Draft:
    """Where the person is; with the street, if that is asked for and the resume gives it."""
    found = _contacts(context, ContactKind.LOCATION)
    whole = _address(context, found)
    if whole and (not found or _STREET.search(part.text)):
        return answered(Sentence(sentence(whole.text), (whole,)), why="address")
    lines = [] if found else list(_labelled(context, ContactKind.LOCATION))
    if lines:
        return answered(*lines[:1], why="a line labelled as the place")
    if not found:
        return unsaid(f"where {context.name if context.name != 'They' else 'they'} live"
                      f"{'' if context.name == 'They' else 's'}")  # fmt: skip
    text = f"{context.name} {context.is_} in {found[0].value}."
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
