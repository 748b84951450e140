"""What people put in short or behind a question without asking for anything by it."""

from __future__ import annotations

import re
from collections.abc import Container

#: "Is she on the market rn": as an adverb behind what is asked. A nurse is "an RN".
_RIGHT_NOW = re.compile(
    r"(?<=\w)(?<!\ba)(?<!\ban)(?<!\bor)(?<!\band)(?<!\bas)(?<!\bthe)(?<!\bregistered)"
    r"(?<!\blicensed)(?<!\bis)(?<!\bwhen)(?<!\bshe)(?<!\bhe)(?<!\bthey)\s+(?-i:rn)(?=\s*[?.!]*\s*$)",
    re.IGNORECASE,
)
#: "She knows Kafka, right?"
_TAG = re.compile(
    r"(?<=\w)\s*[,–—-]\s*(?:(?:am i )?(?:right|correct)|yeah|yes|no|huh|eh|innit|true|"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will)(?:n['’]?t)? "
    r"(?:he|she|they|it))\s*(?=[?!.]*\s*$)",
    re.IGNORECASE,
)


#: What is cut short in a hurry, in small letters: in capitals it may be a name.
_CUT_SHORT = {
    "mgr": "manager", "mgrs": "managers", "mgmt": "management", "asst": "assistant",
    "perf": "performance", "ppl": "people", "quals": "qualifications", "dept": "department",
    "govt": "government",
}  # fmt: skip
#: What engineers of software are called in short, in capitals too.
_ENGINEER = re.compile(r"\b(?:swe|sde)\b", re.IGNORECASE)
_CUT = re.compile(rf"\b(?:{'|'.join(_CUT_SHORT)})\b(?!\.\w)")


def in_full(text: str, known: Container[str] = frozenset()) -> str:
    """The text with what is cut short in full, and a tag that only asks to agree as "yes".

    The words that the resume itself has, `known` in small letters, stay as they are: "SDE-II".
    """

    def whole(cut: re.Match[str]) -> str:
        short = cut[0].casefold()
        return cut[0] if short in known else _CUT_SHORT.get(short, "software engineer")

    text = _CUT.sub(whole, _ENGINEER.sub(whole, text))
    return _RIGHT_NOW.sub(" right now", _TAG.sub(", yes", text))
