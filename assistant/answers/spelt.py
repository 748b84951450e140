"""Names that a question writes as one word and the resume as two."""

from __future__ import annotations

from assistant.answers.context import Context
from assistant.text import fold, tokens

#: Names shorter than this may be run together from other words by chance.
_LONG_NAME = 6


def written_apart(context: Context, name: str) -> str | None:
    """How the resume writes a name that is asked for as one word, or as two: "Team City".

    Only where it writes each word in capitals: "in door" is no "indoor".
    """
    if len(name) < _LONG_NAME or not name.isalpha():
        return None
    for _, _, said in context.resume.walk():
        words = [token.text for token in tokens(said.text)]
        for at in range(len(words)):
            for run in (words[at : at + 1], words[at : at + 2]):
                whole = fold("".join(run)).replace("-", "")
                same = whole == name or whole.removesuffix("s") == name.removesuffix("s")
                if same and all(word[:1].isupper() for word in run):
                    return " ".join(run)
    return None
