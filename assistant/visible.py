"""What of a model's text a reader sees, and nothing that moves or hides the rest."""

from __future__ import annotations

import re
import unicodedata

#: Joiners where no script needs them: beside Latin letters, signs and ends.
_JOINER = re.compile(r"(?:(?<=[\x00-\u02ff])|^)[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\u02ff]|$)")


def visible(text: str) -> str:
    """The text without what shows as nothing, or turns what is behind it around.

    Joiners stay between letters of the scripts that need them; any white space is a space.
    """
    text = _JOINER.sub("", text)
    return "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or char in "\u200c\u200d" or unicodedata.category(char)[0] != "C"
    )
