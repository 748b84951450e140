"""How to reach the person and where they live, from the resume's contacts or lines labelled so."""

from __future__ import annotations

import re

from assistant.answer import Status
from assistant.answers.context import Context, contact_words, says_something, unsaid
from assistant.answers.evidence import ranked
from assistant.answers.head import address, called, labelled, on_network, written
from assistant.answers.networks import NETWORK_NAMES, network_words, whole_name
from assistant.compose import Draft, Sentence, answered, merged
from assistant.parts import Part
from assistant.text import fold, keys, sentence
from ingest.resume import Contact, ContactKind, Statement

_LABELS = {
    ContactKind.EMAIL: "Email", ContactKind.PHONE: "Phone", ContactKind.WEBSITE: "Website",
    ContactKind.LOCATION: "Location",
}  # fmt: skip
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


def _reply(context: Context, found: list[Contact], what: str, *kinds: ContactKind) -> Draft:
    if found:
        unique = {(contact.kind, contact.value): contact for contact in found}
        return answered(*(_said(context, one) for one in unique.values()), why=what)
    lines = list(labelled(context, *kinds)) or list(written(context, *kinds))
    if lines:
        return answered(*lines[:3], why=f"{what}: a line that gives it")
    others = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE, ContactKind.PROFILE)
    near = tuple(_said(context, one) for one in others[:1])
    return unsaid(f"what the {what} is" if what != "contact" else "how to get in touch", *near)


#: Words by which a question names each way to get in touch (closed classes).
_ASKED = {
    ContactKind.EMAIL: frozenset("email emails mail mails e-mail mailbox write gmail".split()),
    ContactKind.PHONE: frozenset(
        """ring call phone dial tel tel. telephone mobile whatsapp cell cellphone number nr text
        phoning calling fone handy ph hp handphone""".split()
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
    which = set(keys(re.sub(r"\bnot\b.*", "", part.text))) & _SORTS_OF_PHONE
    if which and (told := called(context, part, which)):
        return told
    return _ways(context, part, ContactKind.PHONE)


_WHAT = {
    ContactKind.EMAIL: "email address", ContactKind.PHONE: "phone number",
    ContactKind.LOCATION: "address",
}  # fmt: skip


#: Networks over which people write to each other.
_MESSENGERS = frozenset(
    "signal whatsapp telegram threema viber matrix wire line wechat skype discord".split()
)
_TEXTED = re.compile(
    r"\b(?:texts?|texting|message|messaging|msg|dm|chat|ping)\b (?:to )?(?:him|her|them|they)\b",
    re.IGNORECASE,
)


def _messengers(context: Context, part: Part) -> list[Contact]:
    """Where the person can be written to in short, where that is asked for."""
    if not _TEXTED.search(part.text):
        return []
    profiles = _contacts(context, ContactKind.PROFILE)
    return [one for one in profiles if fold(one.network or "") in _MESSENGERS]


def _ways(context: Context, part: Part, first: ContactKind) -> Draft | None:
    words = network_words(part)
    asked = _kinds_asked(part)
    written_to = _messengers(context, part)
    if words & NETWORK_NAMES and not asked:
        return _link(context, part)
    if not asked and part.guess.ranked[0][1] < _HARDLY and (found := _found_at(context, part)):
        return found
    drafts = [
        _reply(context, [*_contacts(context, kind), *written_to], _WHAT[kind], kind)
        for kind in asked or [first]
    ]  # fmt: skip
    if words & NETWORK_NAMES:
        drafts.append(_link(context, part))
    there = [draft for draft in drafts if draft.status is Status.ANSWERED]
    if there and _EITHER.search(part.text):
        drafts = there
    return merged(drafts)


#: What lines label one of several numbers with.
_SORTS_OF_PHONE = frozenset("mobile cell landline office home work whatsapp fax".split())
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


#: Lines among which the named thing is looked for.
_FIRST = 3


def link(context: Context, part: Part) -> Draft | None:
    """The profile or site that the question names, with what else it names, or all of them."""
    asked = _reached_by(part)
    if asked and network_words(part) & NETWORK_NAMES:
        return _ways(context, part, asked[0])
    return _link(context, part)


def _reached_by(part: Part) -> list[ContactKind]:
    """The kinds of contact that a question names, but for where somebody lives."""
    return [kind for kind in _kinds_asked(part) if kind is not ContactKind.LOCATION]


def _link(context: Context, part: Part) -> Draft:
    words = network_words(part)
    profiles = _contacts(context, ContactKind.PROFILE)
    sites = _contacts(context, ContactKind.WEBSITE)
    asked = sorted(words & NETWORK_NAMES)
    named = [one for one in profiles if one.network and _is_named(one.network, words)]
    named += [one for one in sites if any(_is_on(network, one.url or "") for network in asked)]
    if named:
        told = _reply(context, named + (sites if words & _OWN_SITE else []), "profile")
        found_on = {
            whole_name(fold(one.network or one.url or "").replace(" ", "")) for one in named
        }
        lacking = [
            unsaid(f"what the {name} profile is")
            for name in asked
            if not any(name in one for one in found_on)
        ]
        return merged([told, *lacking])
    if asked:
        there = called(context, part, set(asked)) or on_network(context, asked[0])
        return there or _reply(context, [], f"{asked[0]} profile")
    if not words & _SITES and (found := called(context, part) or _found_at(context, part)):
        return found
    if words & (_SITES - {"profile", "profiles", "links"}) and sites:
        return _reply(context, sites, "website")
    return _reply(context, sites + profiles, "website or profile", ContactKind.WEBSITE)


def _is_named(network: str, words: set[str]) -> bool:
    """Whether words name a network, by the first of its own if it has several ("itch.io")."""
    first = re.split(r"[\W_]", fold(network))[0]
    whole = fold(network).replace(" ", "")
    return bool({whole, whole_name(whole)} & words) or first in words - _SITES


def _is_on(network: str, url: str) -> bool:
    return bool(re.match(rf"\w+://(?:www\.)?{network}\.", url, re.IGNORECASE))


def anyhow(context: Context, part: Part) -> Draft | None:
    """Every way to get in touch, mail and telephone first, or those that are named."""
    asked = _reached_by(part)
    if asked:
        return _ways(context, part, asked[0])
    if network_words(part) & NETWORK_NAMES:
        return _link(context, part)
    first = _contacts(context, ContactKind.EMAIL, ContactKind.PHONE)
    found = _messengers(context, part) or first
    found = found or _contacts(context, ContactKind.PROFILE, ContactKind.WEBSITE)
    return _reply(context, found, "contact", ContactKind.EMAIL, ContactKind.PHONE)


_STREET = re.compile(r"\b(?:address|street|zip|post(?:al)? ?code|postal|house)\b", re.IGNORECASE)


def home(context: Context, part: Part) -> Draft:
    """Where the person is; with the street, if that is asked for and the resume gives it."""
    found = _contacts(context, ContactKind.LOCATION)
    whole = address(context, found)
    if whole and (not found or _STREET.search(part.text)):
        return answered(Sentence(sentence(whole.text), (whole,)), why="address")
    lines = [] if found else list(labelled(context, ContactKind.LOCATION))
    if lines:
        return answered(*lines[:1], why="a line labelled as the place")
    if not found:
        return unsaid(f"where {context.name if context.name != 'They' else 'they'} live"
                      f"{'' if context.name == 'They' else 's'}")  # fmt: skip
    text = f"{context.name} {context.is_} in {found[0].value}."
    return answered(Sentence(text, (contact_words(context, found[0]),)), why="location")
