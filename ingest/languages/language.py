"""What a reader has to know of a language to understand a resume in it, as data.

One module a language, one `Language` each. A string of words is separated by white space, a string
of phrases by `|`; phrases are compared without case and accents. Fields that say "pattern" are
alternatives of a regular expression (`re.IGNORECASE`).

The languages are known all at once: a page may mix them ("Projektmanager at Acme, 2019 – heute"),
and which one it is need not be guessed. So a word that means something else in another language
is left out ("estate", "marco"), or stands in `shy_months`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.resume import SectionKind


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words of one language that resumes are made of.

    Dates: `months` and `seasons` (spring to winter) have a string of words each. `shy_months` are
    abbreviations that are other words too ("set", "out"): months only beside another date. `now`,
    `to`, `since`, `start`, `until`, `between`, `both` ("and"), `planned` and `vague` ("early",
    "mid") are patterns of what stands for or around a date; `alone` are those of `now` that mean it
    with no date beside them.

    Headings: `sections` are phrases by kind, `fillers` words that say nothing of a section's kind,
    `documents` phrases that only say that this is a resume.

    Titles: `roles` are words for what people are; where `role_leads`, a title begins with one
    ("Gerente de ventas"), else it ends in one. `shy_roles` lead one only alone or before a
    preposition ("Stage de deux mois"). `role_endings` and `organisation_endings` are patterns of
    how compounds end. `organisations` are words for sorts of organisations, which begin a name
    where `role_leads`, else end it. `legal_forms` (at the end of a name), `schools`, `degrees`,
    `formerly` are patterns of what introduces a position that was held before at the same employer,
    `later` of what introduces one that was held after it; `marks` (what is no degree but said of
    one) and `levels` (of degrees, by the English word for them) are patterns; `at` are words that
    introduce an employer, `shy_at` those that do so only before words that name one ("en").

    Places: `places` are phrases for countries and regions, `cities` for cities; `streets` is a
    pattern of a street's name.

    Labels: `labels` are phrases by what they announce: name, its parts family and given, headline,
    email, phone, website, location, and `number` for numbers that are no telephone's. `columns` are
    patterns for the heads of tables; `start`, `end`, `who` (an organisation), `as` (a role) and
    `thing` (a title) are a head's whole words, `same` those of a cell that repeats the one above.
    `matters` are patterns of how a resume states personal matters: age, family, visa,
    driving, notice, pay, relocation. `leaves` is a pattern of what a time is called in which
    somebody did not work. `abbreviations` are words that end in a full stop inside of a sentence.
    """

    code: str
    months: tuple[str, ...] = ()
    shy_months: Mapping[str, int] = field(default_factory=dict)
    seasons: tuple[str, ...] = ()
    now: str = ""
    alone: str = ""
    to: str = ""
    since: str = ""
    start: str = ""
    until: str = ""
    between: str = ""
    both: str = ""
    planned: str = ""
    vague: str = ""
    formerly: str = ""
    later: str = ""
    sections: Mapping[SectionKind, str] = field(default_factory=dict)
    fillers: str = ""
    documents: str = ""
    roles: str = ""
    shy_roles: str = ""
    role_endings: str = ""
    role_leads: bool = False
    organisations: str = ""
    organisation_endings: str = ""
    legal_forms: str = ""
    schools: str = ""
    degrees: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)
    marks: str = ""
    at: str = ""
    shy_at: str = ""
    places: str = ""
    cities: str = ""
    streets: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    leaves: str = ""
    abbreviations: str = ""
