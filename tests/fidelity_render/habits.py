"""Habits: how different people lay out the same facts."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

#: The sections in JSON Resume's order, and the headings that people give them.
_TITLES = {
    "work": "Work Experience", "volunteer": "Volunteering", "education": "Education",
    "awards": "Awards", "certificates": "Certificates", "publications": "Publications",
    "skills": "Skills", "languages": "Languages", "interests": "Interests",
    "references": "References", "projects": "Projects",
}  # fmt: skip
MAIN = ("work", "projects", "volunteer", "education", "publications", "awards")


@dataclass(frozen=True)
class Habit:
    """How one person lays out a resume.

    `month` is how a month is written: "Mar 2019", "Mar. 2019", "Mar ’19", "March 2019", "03/2019",
    "2019-03", or "2019" where only years are given. The other fields name styles of
    `tests.fidelity_render.entries` and `tests.fidelity_render.lists`.
    """

    month: str
    now: str
    dash: str
    work: str
    study: str
    thing: str
    project: str
    skills: str
    languages: str
    contacts: str
    summary: str
    titles: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = (*_TITLES,)
    bullet: str = "-"

    def title(self, kind: str) -> str:
        """The heading of a section."""
        return {**_TITLES, **self.titles}[kind]

    def day(self, iso: str) -> str:
        """A date as it is shown."""
        year, month = iso[:4], iso[5:7]
        if not month or self.month == "2019":
            return year
        number = int(month)
        return {
            "Mar 2019": f"{calendar.month_abbr[number]} {year}",
            "March 2019": f"{calendar.month_name[number]} {year}",
            "03/2019": f"{month}/{year}",
            "03.2019": f"{month}.{year}",
            "2019-03": f"{year}-{month}",
            "Mar. 2019": f"{calendar.month_abbr[number]}{'.' if number != 5 else ''} {year}",
            "Mar ’19": f"{calendar.month_abbr[number]} ’{year[2:]}",
        }[self.month]

    def shown(self, iso: str | None) -> str | None:
        """A date as precise as it is shown, in ISO form."""
        return iso and (iso[:4] if self.month == "2019" else iso[:7])

    def range(self, start: str | None, end: str | None) -> str:
        """A range as it is shown; one date where there is but one, or both look the same."""
        if start is None:
            return self.day(end or "")
        last = self.day(end) if end else self.now
        first = self.day(start)
        return first if first == last else f"{first}{self.dash}{last}"


HABITS = (
    Habit(
        month="Mar 2019", now="Present", dash=" – ", work="two rows", study="two rows",
        thing="comma", project="heading", skills="facts", languages="commas",
        contacts="bar", summary="Summary",
    ),
    Habit(
        month="March 2019", now="present", dash=" to ", work="role heading", study="in heading",
        thing="paren", project="bold", skills="bullets", languages="bullets",
        contacts="lines", summary="Profile", bullet="*",
        titles={"work": "Employment History", "education": "Qualifications",
                "certificates": "Certifications", "interests": "Hobbies and Interests"},
        order=("skills", "work", "projects", "education", "publications", "awards",
               "certificates", "volunteer", "languages", "interests", "references"),
    ),
    Habit(
        month="03/2019", now="now", dash=" - ", work="line", study="line",
        thing="row", project="line", skills="facts", languages="dashes",
        contacts="dots", summary="",
        titles={"work": "Experience", "volunteer": "Community"},
        order=("work", "education", "projects", "volunteer", "publications", "certificates",
               "awards", "skills", "languages", "interests", "references"),
    ),
    Habit(
        month="2019", now="today", dash="–", work="dates left", study="dates left",
        thing="dates left", project="heading", skills="bold above", languages="commas",
        contacts="labels", summary="About me",
        titles={"work": "Professional Experience", "skills": "Key Skills",
                "awards": "Honours and Awards"},
    ),
    Habit(
        month="Mar 2019", now="Now", dash=" - ", work="organisation heading",
        study="organisation heading", thing="dash", project="bold", skills="bullets",
        languages="bullets", contacts="bar", summary="Profile", bullet="*",
        titles={"work": "Career History", "certificates": "Training and Certificates",
                "publications": "Selected Publications"},
        order=("education", "work", "volunteer", "projects", "publications", "awards",
               "certificates", "skills", "languages", "interests", "references"),
    ),
    Habit(
        month="2019-03", now="present", dash=" – ", work="in heading", study="line",
        thing="comma", project="heading", skills="facts", languages="dashes",
        contacts="labels", summary="Summary",
        titles={"work": "Experience", "education": "Education and Training"},
    ),
    Habit(
        month="Mar 2019", now="Present", dash=" – ", work="facts", study="facts",
        thing="year first", project="heading", skills="facts", languages="semicolons",
        contacts="lines", summary="Objective",
        titles={"work": "Employment", "certificates": "Licences and Certificates"},
    ),
    Habit(
        month="Mar. 2019", now="present", dash=" – ", work="grouped", study="two rows",
        thing="comma", project="line", skills="bullets", languages="commas",
        contacts="dots", summary="", bullet="*",
        titles={"work": "Professional Background", "projects": "Selected Projects"},
    ),
    Habit(
        month="March 2019", now="today", dash=" – ", work="bars", study="bars",
        thing="paren", project="bold", skills="bold above", languages="dashes",
        contacts="labels", summary="Executive Summary",
        titles={"work": "Work History", "skills": "Technical Skills"},
        order=("work", "skills", "education", "projects", "certificates", "publications",
               "awards", "volunteer", "languages", "interests", "references"),
    ),
    Habit(
        month="Mar ’19", now="present", dash=" – ", work="slashes", study="stacked",
        thing="dash", project="line", skills="facts", languages="bullets",
        contacts="bar", summary="Summary",
        titles={"work": "Career Summary", "interests": "Outside Work"},
    ),
    Habit(
        month="03.2019", now="today", dash=" - ", work="place in brackets",
        study="place in brackets", thing="row", project="heading", skills="bullets",
        languages="semicolons", contacts="dots", summary="", bullet="*",
        titles={"work": "Positions Held", "education": "Academic Background"},
    ),
    Habit(
        month="Mar 2019", now="Current", dash=" - ", work="stacked", study="slashes",
        thing="year first", project="bold", skills="bold above", languages="commas",
        contacts="lines", summary="Profile",
        titles={"work": "Relevant Experience", "publications": "Papers"},
    ),
)  # fmt: skip


def habit_for(resume: int, shift: int, **changes: str) -> Habit:
    """The habit of a resume in a format, each format shifting them by another number."""
    return replace(HABITS[(resume + shift) % len(HABITS)], **changes)  # type: ignore[arg-type]
