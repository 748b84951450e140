"""Names of subjects that people study."""

from __future__ import annotations

import re

#: How names of subjects end (closed classes of endings, and the few that have none).
_SUBJECT = re.compile(
    r"(?:[a-z](?:log(?:y|ie|ía|ia)|ics|i[kc]a|ik|ing|ment|ture|tion|graph(?:y|ie)|nom(?:y|ie|ía)|"
    r"soph(?:y|ie)|istr(?:y|ie)|urgy|etry|sciences?|wissenschaft(?:en)?)|\b(?:arts?|law|laws|medicine|"
    r"history|design|business|nursing|accounting|finance|music|drama|english|french|german|math|"
    r"maths|mathematics|studies|languages?|literature|theology|classics|geology|biology|it|"
    r"sciences?|commerce|journalism|media|recht|jura|bwl|vwl|geschichte|derecho|droit|medizin))\b",
    re.IGNORECASE,
)


def is_subject(words: str) -> bool:
    """Whether words end as the name of a subject does ("Tidal Studies", "Botanik")."""
    return bool(_SUBJECT.search(words))
