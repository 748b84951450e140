"""What a section is about, from its heading: the words that resumes use, and near misses."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.resume import SectionKind

_NAMES: dict[SectionKind, str] = {
    SectionKind.SUMMARY: """summary|professional summary|executive summary|career summary|profile|
        professional profile|personal profile|personal statement|statement|about|about me|objective|
        career objective|overview|bio|biography|introduction|in brief|in short|who i am|highlights|
        career highlights|professional overview|zusammenfassung|profil|über mich|résumé|perfil""",
    SectionKind.WORK: """experience|work experience|professional experience|employment|work|career|
        employment history|work history|career history|professional background|positions held|
        positions|appointments|academic appointments|clinical experience|teaching experience|
        relevant experience|industry experience|research experience|job history|jobs|internships|
        other experience|additional experience|earlier experience|previous experience|engagements|
        professional appointments|academic positions|career to date|freelance|freelance work|
        consulting|practice|legal experience|nursing experience|kitchens|residencies|commissions|
        engineering experience|management experience|service history|military service|
        posts held|teaching posts|clinical posts|research posts|academic posts|medical posts|
        previous posts|roles|now|currently|before|previously|
        previous career|former career|early career|earlier career|board seats|directorships|
        berufserfahrung|expérience professionnelle|experiencia|experiência|工作经历|工作经验|
        工作""",
    SectionKind.VOLUNTEER: """volunteer|volunteering|voluntary work|volunteer work|community|
        volunteer experience|community service|service|community work|pro bono|outreach|
        community involvement|voluntary experience|charity|giving back|civic engagement""",
    SectionKind.EDUCATION: """education|academic background|academic history|qualifications|studies|
        academic qualifications|education and training|training and education|schooling|degrees|
        educational background|university|academics|education and qualifications|formal education|
        school|schools|college|apprenticeship|
        ausbildung|formation|educación|educação|studium|教育|教育背景|教育经历""",
    SectionKind.SKILLS: """skills|technical skills|key skills|core skills|core competencies|tools|
        competencies|competences|toolbox|technologies|tech stack|expertise|areas of expertise|
        areas of practice|practice areas|professional skills|skills and tools|technical expertise|
        clinical skills|stack|what i know|what i use|programming|technical proficiencies|abilities|
        skills and interests|strengths|capabilities|specialties|specialisms|hard skills|equipment|
        soft skills|computer skills|techniques|methods|instruments|skill set|skillset|
        technical experience|knowledge|kenntnisse|compétences|habilidades|competências|技能""",
    SectionKind.LANGUAGES: """languages|spoken languages|language skills|human languages|
        foreign languages|speaks|i speak|sprachen|langues|idiomas|línguas|语言""",
    SectionKind.CERTIFICATES: """certificates|certifications|licences|licenses|registrations|
        licences and certifications|licenses and certifications|certifications and licenses|
        certificates and training|training|courses|professional development|tickets|accreditation|
        accreditations|continuing education|professional qualifications|cpd|registration|
        certifications and training|tickets and certificates|bar admissions|admissions|credentials|
        professional registrations|professional registration|courses and certificates|
        zertifikate""",
    SectionKind.AWARDS: """awards|honours|honors|honours and awards|honors and awards|prizes|
        achievements|awards and honours|awards and honors|recognition|scholarships|fellowships|
        grants|grants and awards|grants and fellowships|distinctions|accomplishments|
        awards and recognition|auszeichnungen""",
    SectionKind.PUBLICATIONS: """publications|selected publications|papers|books|articles|talks|
        presentations|publications and talks|conference talks|invited talks|research output|
        journal articles|writing|patents|speaking|selected works|works|discography|bibliography|
        blog posts|blog|conference papers|selected papers|books and articles|lectures|
        publikationen""",
    SectionKind.PROJECTS: """projects|personal projects|side projects|selected projects|open source|
        key projects|portfolio|open source projects|independent projects|academic projects|
        open source contributions|research projects|notable projects|things i built|cases|
        selected work|case studies|representative matters|notable cases|projekte|projets""",
    SectionKind.INTERESTS: """interests|hobbies|hobbies and interests|personal interests|
        likes|outside work|free time|other interests|personal|interests and hobbies|leisure|
        pastimes""",
    SectionKind.REFERENCES: """references|referees|testimonials|recommendations|referenzen|
        what people say|endorsements""",
    SectionKind.BASICS: """contact|contact details|contact information|personal details|
        personal information|general information|details|get in touch|reach me|links|find me|
        kontakt|联系方式""",
}  # fmt: skip

_SAYS_RESUME = re.compile(
    r"^(?:resum[eé]|résumé|cv|c\.v\.|curriculum vitae|lebenslauf|vita)$", re.I
)
_FILLER = frozenset({"and", "my", "the", "of", "selected", "relevant", "other", "additional",
                     "recent", "key", "main", "some", "professional"})  # fmt: skip
#: "Iron Works Ltd, Fitter" names who and what; "Talks, Posters" only what is listed.
_NAMES_ENTRY = re.compile(r"[,|·•@]|\s[-–—]+\s|\b(?:ltd|inc|llc|gmbh|plc|co)\b\.?$", re.IGNORECASE)
#: rapidfuzz ratio (0-100) from which a heading counts as a misspelling of a known one.
_NEAR = 90


@lru_cache(maxsize=1)
def _known() -> dict[str, SectionKind]:
    return {_plain(name): kind for kind, names in _NAMES.items() for name in names.split("|")}


def _plain(heading: str) -> str:
    words = re.sub(r"[^\w\s&+]", " ", heading.replace("&", " and ").casefold())
    return " ".join(words.split())


def is_document_title(heading: str) -> bool:
    """Whether a heading only says that this is a resume."""
    return bool(_SAYS_RESUME.match(heading.strip(" :#")))


@lru_cache(maxsize=512)
def exact_kind(heading: str) -> SectionKind | None:
    """The kind whose name the heading is, to the letter but for case, signs and small words."""
    plain = _plain(heading)
    found = _known().get(plain)
    if found is None:
        found = _known().get(" ".join(word for word in plain.split() if word not in _FILLER))
    return found


@lru_cache(maxsize=512)
def section_kind(heading: str) -> SectionKind | None:
    """The kind of a heading: exactly, nearly, or by its last telling word; None if unknown."""
    found = exact_kind(heading)
    if found is not None:
        return found
    from rapidfuzz import fuzz, process

    if _NAMES_ENTRY.search(heading):
        first = re.split(r"\s*[,|·•]\s*|\s[-–—]+\s", heading.strip())[0]
        return exact_kind(first)
    plain = _plain(heading)
    match = process.extractOne(plain, _known().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if match is not None:
        return _known()[match[0]]
    words = [word for word in plain.split() if word not in _FILLER]
    if len(words) <= 6:
        joined = re.search(r"\b(?:and|in|at|as|with|of|from|for)\b|[&/:]", heading, re.IGNORECASE)
        for size in (2, 1):
            # Of "Profile picture" the first word is not what it is about.
            last = len(words) - size
            for at in range(last, -1 if size == 2 or joined else last - 1, -1):
                found = _known().get(" ".join(words[at : at + size]))
                if found is not None:
                    return found
    return None
