"""What is asked of a kind of section: where the resume has none, lines elsewhere may tell."""

from __future__ import annotations

import re

from assistant.answer import Status
from assistant.answers.chosen import by_score
from assistant.answers.context import Context, unsaid
from assistant.answers.evidence import by_evidence, of_time, quoted_all, ranked
from assistant.answers.kinds import described_by
from assistant.answers.listing import headed, spoken_in
from assistant.answers.person import NOUNS
from assistant.answers.studied import said_of, study_words
from assistant.compose import Draft, answered
from assistant.facts import studies
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import stems
from ingest.resume import SectionKind

#: Cosine from which a statement of another section answers for a section that is not there.
_ELSEWHERE = 0.30
#: Below these probabilities the classifier is unsure of the kind, and of the question; lines of
#: other kinds answer from the third.
_SURE_OF_KIND, _UNSURE, _ANOTHER = 0.60, 0.50, 0.60


def has_section(context: Context, intent: str) -> bool:
    """Whether the resume has a section of the kind, with something in it."""
    return any(
        section.statements or section.entries
        for section in context.resume.of_kind(SectionKind(intent))
    )


def no_section(context: Context, part: Part) -> Draft:
    """No section of the kind asked for: perhaps a statement elsewhere, else silence."""
    noun = "volunteering" if part.intent == "volunteer" else part.intent
    if part.intent == "certificates" and (studied := _studied_for(context, part)):
        return studied
    told = headed(context, part, noun) or _told_elsewhere(context, part)
    if told is not None:
        return told
    if part.intent == "languages" and _SPEAKS.search(part.text):
        return unsaid(NOUNS[part.intent], why="no language that is spoken is named")
    hits = ranked(context, part)
    if part.intent == "certificates" and hits and _is_no_certificate(part, hits[0]):
        return unsaid(NOUNS[part.intent], why="what is near is no certificate")
    asked = described_by(part, noun)
    whole = [hit for hit in hits[:_LINES] if asked and asked <= stems(hit.words.text)]
    if whole and whole[0] in hits[:3]:
        several = _SEVERAL.search(part.text)
        lines = quoted_all(context, whole[: _MOST if several else 1])
        return answered(*lines, why="a line with all that is asked for")
    near = bool(hits) and hits[0].dense >= _ELSEWHERE
    sure = part.guess.ranked[0][1]
    # Certificates go by their names: another line stands for one only in a doubtful question.
    by_name = part.intent == "certificates"
    another = sure < _UNSURE if by_name else bool(asked) or sure < _SURE_OF_KIND
    if near or (another and context.supports(part, hits).probability >= _ANOTHER):
        draft = by_evidence(context, part)
        if draft.status is Status.ANSWERED:
            return draft
    return unsaid(NOUNS[part.intent], why=f"no section of {part.intent}")


def _studied_for(context: Context, part: Part) -> Draft | None:
    """The studies that ended with a certificate, where no certificate in particular is meant."""
    if described_by(part, part.intent):
        return None
    found = [job for job in studies(context.resume) if _CERTIFIED.search(study_words(job))]
    if not found:
        return None
    return answered(*map(said_of, found[:_MOST]), why="studies for a certificate")


#: Of languages that are spoken, not of those that are programmed in.
_SPEAKS = re.compile(
    r"\b(?:speaks?|speaking|spoken|fluen(?:t|cy)|tongues?|foreign|(?:bi|tri|multi)lingual|native)\b",
    re.IGNORECASE,
)
#: By these nouns a certificate is asked for, and nothing else.
_CERTIFICATE = re.compile(r"\b(?:certs?|certificat\w+)\b", re.IGNORECASE)
_SKILLED = (SectionKind.SKILLS, SectionKind.WORK, SectionKind.PROJECTS)


def _is_no_certificate(part: Part, hit: ScoredStatement) -> bool:
    """Whether a certificate is asked for by that noun, and a line tells of a skill or of work."""
    plain = hit.section.kind in _SKILLED and not hit.is_heading
    cue = re.search(_CUES["certificates"], hit.words.text, re.IGNORECASE)
    return bool(_CERTIFICATE.search(part.text)) and plain and cue is None


_CERTIFIED = re.compile(r"\b(?:certificat\w+|certified)\b", re.IGNORECASE)
#: As many entries or lines are told where several are asked for.
_MOST = 4
#: The lines nearest to the question that may have all that is asked for.
_LINES = 12
_SEVERAL = re.compile(r"\b(?:all|list|every|which|what)\b|\b\w{3,}(?<!s)s\b(?!['’])", re.IGNORECASE)
#: Words by which a statement outside of a section of the kind tells of one of the kind.
_CUES = {
    "awards": r"\b(?:won|awarded|awards?|prize|medal|finalist|came (?:first|second|third)|winner|"
    r"honou?red|scholarship|ranked|voted)\b",
    "publications": r"\b(?:published|co-?authored|journal|book chapter)\b",
    "volunteer": r"\b(?:volunteer\w*|unpaid|charity|(?:pro )?bono|for free|"
    r"for (?:nothing|no (?:money|pay|fee))|without (?:a )?(?:fee|pay|charge))\b",
    "certificates": r"\b(?:certified|certificat\w+|licen[cs]ed|accredited)\b",
    "references": r"\b(?:referees?|references?|vouch|speak for me)\b",
}


def names_kind(kind: str, text: str) -> bool:
    """Whether a question or a line says by a word of its own that it is of things of this kind."""
    return kind in _CUES and re.search(_CUES[kind], text, re.IGNORECASE) is not None


def _told_elsewhere(context: Context, part: Part) -> Draft | None:
    """Statements of other sections that plainly are of the kind asked for."""
    found = []
    asked, wanted = described_by(part, part.intent), spoken_in(part.text)
    for hit in context.search(part):
        if hit.is_heading and part.intent != "volunteer":
            continue
        if part.intent == "languages":
            named = spoken_in(hit.words.text)
            speaks = [term for term in named if not wanted or term in wanted]
            if speaks and len(hit.words.text.split()) <= 20:
                found.append(hit)
        elif part.intent == "certificates" and not asked <= stems(hit.words.text):
            continue  # a certificate is asked for by its name
        elif names_kind(part.intent, hit.words.text):
            found.append(hit)
    if part.when:
        found = [hit for hit in found if of_time(context, part.when, hit)] or found
    if not found:
        return None
    headings = [hit for hit in found if hit.is_heading]
    told = headings[:_MOST] or by_score(found)
    return answered(*quoted_all(context, told), why="told in other sections")
