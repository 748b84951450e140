"""The person's name as a question has it, where the resume has none."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.names import TITLES
from assistant.text import FUNCTION_WORDS, fold, keys
from assistant.vocabulary import load_vocabulary
from assistant.words import is_ordinary

#: Who does or is something: a word behind an auxiliary, before what is done.
_SUBJECT = re.compile(
    r"\b(?:did|does|do|has|have|had|is|was|can|could|would|will)\s+"
    rf"(?:(?:{'|'.join(sorted(TITLES))})\b\.?\s+)?(?P<name>[^\W\d_]{{3,}})(?=\s+\w)",
    re.IGNORECASE,
)
#: Words that mean the person already.
_MEANT = frozenset("he she they him her them his their theirs hers candidate applicant".split())


def presumed_name(text: str, known: Collection[str]) -> set[str]:
    """The folded name of who is asked about, if any; `known` are the folded words of the resume.

    It is no word of the resume's, no ordinary one, nothing that the vocabulary knows.
    """
    if _MEANT & set(keys(text)):
        return set()
    names = {fold(found["name"]) for found in _SUBJECT.finditer(text)}
    return {
        name
        for name in names - FUNCTION_WORDS - TITLES
        if name not in known and not is_ordinary(name) and not load_vocabulary().find([name])
    }
