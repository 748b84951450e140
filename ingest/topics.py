"""What each kind of section is about, in words that an embedder can compare a question with.

A resume says `Python, Go` under `Skills` and never "programming languages that she knows"; a
question does. The descriptions are embedded once, with the index, so that a retriever can tell
which section a question is about without embedding anything but the question. They are in the
general terms of resumes and recruiters and quote no resume.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ingest.resume import SectionKind

TOPICS: Mapping[SectionKind, tuple[str, ...]] = {
    SectionKind.BASICS: (
        "email address and phone number",
        "how to contact them, where they live",
        "website, LinkedIn and GitHub profile",
        "what is their name and job title",
    ),
    SectionKind.SUMMARY: (
        "profile and summary of the person",
        "what kind of person and professional are they",
    ),
    SectionKind.WORK: (
        "work experience, jobs and employers",
        "job title and responsibilities at a company",
        "which company employed them, in what role",
    ),
    SectionKind.VOLUNTEER: ("volunteer work, unpaid, for charity",),
    SectionKind.EDUCATION: (
        "education, university degree, school and field of study",
        "what did they study, courses and thesis",
    ),
    SectionKind.AWARDS: ("awards, prizes and honours won",),
    SectionKind.CERTIFICATES: ("certificates, licences and courses completed",),
    SectionKind.PUBLICATIONS: ("publications, papers, books and talks",),
    SectionKind.SKILLS: ("skills, tools, technologies and programming languages known",),
    SectionKind.LANGUAGES: ("languages spoken, native language, fluency",),
    SectionKind.INTERESTS: ("hobbies and interests, free time",),
    SectionKind.REFERENCES: ("references, recommendations, what others say about them",),
    SectionKind.PROJECTS: ("personal and open source projects built",),
    SectionKind.OTHER: ("other information",),
}


def topics_version() -> str:
    """A short hash of the descriptions: an index that embedded others does not fit."""
    return hashlib.sha256(repr(TOPICS).encode()).hexdigest()[:8]
