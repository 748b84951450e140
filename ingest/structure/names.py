"""What a person's name looks like, and where it begins and ends in a line that says more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from ingest.blocks import Mark, Text
from ingest.languages import LANGUAGES, phrases
from ingest.resume import Fragment
from ingest.structure.cues import is_place, is_role
from ingest.structure.kinds import exact_kind, is_document_title, section_kind
from ingest.structure.labels import announces
from ingest.structure.pictures import bare

#: What a greeting says before the name.
GREETS = (
    r"i['’]m|i am|my name is|my name['’]s|ich bin|ich heiße|mein name ist|"
    r"je suis|je m['’]appelle|soy|me llamo|mi nombre es|sou|meu nome é|me chamo|sono|mi chiamo|"
    r"ik ben|mijn naam is"
)
#: A name in Chinese: two to four characters, or parts of a foreign one with dots between.
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_DOCUMENT = "|".join(
    re.escape(name) for language in LANGUAGES for name in phrases(language.documents)
)
#: "Lebenslauf: ...", "CV of ...", "Curriculum / CV - ...", "简历 - ..." before a name.
_OPENING = re.compile(
    rf"\W*(?:{_DOCUMENT}|r[ée]sum[ée])(?:\s+(?:of|von|de)|\s*[:：–—/|·-])\s*", re.I
)
#: "... CV", "...'s Resume: long version" behind a name.
CLOSING = re.compile(
    rf"(?:['’]s)?\s+(?:[-–—|/]\s+)?(?:{_DOCUMENT}|r[ée]sum[ée])\s*(?:$|:.*$)", re.I
)
#: "Hi, Ada Byron here".
_HERE = re.compile(r"\W*(?:hi|hello|hey)\b\W*(?P<name>[^\W\d_].*?)\s+here\b\W*", re.IGNORECASE)
#: "Hi, I'm ...", "Ciao, sono ...", "My name is ...", "Artistic biography of ..." before a name.
_GREETING = re.compile(
    rf"\W*(?:(?:hi|hello|hey)\b\W*(?:there\b\W*)?|[^\W\d_]+(?:\s[^\W\d_]+)?\s?[,!]\s*)?(?:{GREETS})\s+"
    r"|\W*(?:[^\W\d_]+\s+)?(?:biography|profile|portrait)\s+of\s+",
    re.IGNORECASE,
)
#: A word of a name; one in quotes is what friends say; "S/O" is "son of".
_WORD = (
    r"(?:,?\s+(?:[^\W\d_(][\w.'’)-]*|(?i:[sdw]/o|a/[lp])(?=\s)|"
    r"\([^\W\d_][\w.'’-]*\)(?=\s)|[\"“„«‘'’][^\W\d_][\w.'’-]*[\"”“»’'](?=\s)))"
)
NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,4}}$")
#: What stands in a heading may have more words than a line that may as well say something.
_LONG_NAME = re.compile(rf"^[^\W\d_][\w.'’-]*{_WORD}{{1,6}}$")
#: The full stop of a sentence rather than of an initial or a short form ("Jr.").
_SENTENCE_END = re.compile(r"(?<=[\s-])[^\W\d_]{5,}\.(?=\s)|[^\W\d_]{5,}\.$")
#: Words that no name has, in capitals or not; and a file's ("notes.txt").
_ORDINARY = re.compile(
    r"(?<![\w.'’-])(?:i['’](?:m|ve|d|ll)|what|where|who|why|how|when|which|the(?!\s+(?:hon|rev|rt)\b)|about|with|for|from|"
    r"this|that|these|those|your|our|been|are|not|as)(?![\w'’-])|\.[a-z]{2,}",
    re.IGNORECASE,
)
#: A title of address that is shortened within, as for women ("Dott.ssa", "Sig.ra", "Prof.in").
_SHORTENED = re.compile(r"[A-Z][a-z]{0,4}\.(?:ssa|ra|in|me|lle)\s+(?=[^\W\d_a-zß-ÿ])")
#: Of these a name may have one, as its own or as an initial, but hardly two ("MY LIFE IN BRIEF").
_SMALL = frozenset("a an and at by in is it my of on or so to".split())
#: Small words of names that are longer than others.
_PARTICLES = frozenset("della delle dello degli dalla dela binti binte bint".split())
#: Behind a comma, letters that stand for degrees and registers ("RN, M.Ed., CCC-SLP").
_DEGREE = r"[A-Z][a-z]{0,3}(?:\.?-?[A-Z][a-z]{0,2}){1,4}\.?"
_DEGREES = re.compile(
    rf"[^\s,]+\s[^,]+?(?P<from>,\s*(?:{_DEGREE}(?:,?\s*(?=[A-Z])|\s*(?=$|[|•·(~/,–—-]|\s))){{1,6}})"
    r"(?:$|\s*[|•·(~/,–—-]|(?<=\.\s)|(?<=\.)\s)"
)
ONLY_DEGREES = re.compile(rf"{_DEGREE}(?:[,\s]+{_DEGREE})*")
#: "NWOSU, IDA M.": the family's name first, where an initial tells that none of it is a place.
_INITIALED = re.compile(r"[^a-zß-ÿ\s,]{2,}, [^\W\d_a-zß-ÿ]{2,}(?: [^\W\d_a-zß-ÿ]\.)+")
#: A comma in a name: "NWOSU, Ida", "Ida Nwosu, Jr."; else it is one of a list or of a place.
_TURNED = re.compile(
    r"[^a-zß-ÿ,]{2,},\s[^,]*[a-zß-ÿ][^,]*$|[^,]+,\s(?:[JSjs][Rr]\b\.?|[IVX]+)$"
    rf"|{_INITIALED.pattern}$"
)
#: "NWOSU, IDA MAE": all in capitals, one word before the comma and one of some length behind it.
_TURNED_CAPITALS = re.compile(r"[^\W\d_][^a-zß-ÿ,\s]+,\s[^\W\d_]{4,}(?:\s[^\W\d_]+\.?)?$")
#: "Born in / Geboren in: ..." is a label in two languages.
_LABEL_END = re.compile(r"(?:\s*/[^:：\t|·•,]{0,24})?\s*[:：](?!:)\s*")
_DESCRIBED = re.compile(r"[^\W\d_]+(?:\s[^\W\d_][\w.'’-]*){1,3},\s+(?:[a-z]|\d|[A-Z]\w+ \w+)")
_END = re.compile(r"\s*[\t|•·,(]|\s(?:[-–—]+|[~/]|//|::)\s|:")
#: Behind so many a line is no name with something behind it.
_MOST_SIGNS = 8
#: "Brig. (ret.) Ida Nwosu", "Dr. I.M. (Ida) Nwosu": right behind the first word, or behind what is
#: short for a title and names, what somebody is called or was.
_BRACKETS = re.compile(r"(?:[^\s(]+\.\s)*[^\s(]+\s\([^\W\d_][\w.'’-]*\)(?=\s[^\W\d_])")
_HAN_START = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:的?(?:个人)?简历$|\s+(?=\S))")
#: In Chinese characters with a blank between, and again in letters.
_HAN_TWICE = re.compile(r"[\u4e00-\u9fff]{1,4}\s[\u4e00-\u9fff]{1,4}\s*[·|/(]\s*(?=[^\W\d_])")


def looks_like_name(words: str) -> bool:
    """Whether the words may be a person's name."""
    if _HAN_NAME.fullmatch(words):
        return exact_kind(words) is None and not is_document_title(words) and not is_role(words)
    return bool(NAME.match(words)) and not _says(words)


def _says(words: str) -> bool:
    """Whether among the words are some that no name has."""
    if title := _SHORTENED.match(words):
        words = words[title.end() :]
    small = sum(word in _SMALL for word in words.casefold().split())
    return small > 1 or bool(_ORDINARY.search(words))


def is_name(words: str, *, in_heading: bool) -> bool:
    """Whether words that stand where a name may stand are one."""
    if _HAN_NAME.fullmatch(words):
        return looks_like_name(words)
    if _SENTENCE_END.search(words) or _says(words) or is_section(words):
        return False
    if in_heading:
        return bool(_LONG_NAME.match(words)) and (words.islower() or capitalised(words))
    if "," in words and not _TURNED.match(words) and not _turned_capitals(words):
        return False
    return bool(NAME.match(words)) and capitalised(words) and not is_role(words)


def _turned_capitals(words: str) -> bool:
    """Whether words in capitals are a name, its family first, and neither a place nor a list."""
    family, _, given = words.partition(", ")
    told = any(is_place(part) or is_role(part) or section_kind(part) for part in (family, given))
    return words.isupper() and bool(_TURNED_CAPITALS.match(words)) and not told


def is_section(words: str) -> bool:
    """Whether words head a section, or are a label ("Postal address")."""
    last = announces(words.rpartition(" ")[2])
    if last == "number":
        # "Nascimento" is a family's name, too, and "Data de nascimento" a label as a whole.
        last = announces(words)
    return section_kind(words) is not None or last not in (None, "name", "family", "given")


def capitalised(text: str) -> bool:
    """Whether every longer word begins with a capital, as those of a name do."""
    words = [word.strip("\"“”„«»‘’'.") for word in text.split() if word[0] != "("]
    return all(word[:1].isupper() or word in _PARTICLES for word in words if len(word) > 3)


def greeting(line: Text) -> re.Match[str] | None:
    """What a line says before the name of who greets, or of whom it tells."""
    return _GREETING.match(line.plain)


def name_in(line: Text) -> Text:
    """A line without what follows a separator, and without signs (`# Name`, emoji) around it."""
    line = bare(line)
    plain = line.plain
    if here := _HERE.fullmatch(plain):
        return line.cut(*here.span("name"))
    opening = _OPENING.match(plain) or _GREETING.match(plain)
    if opening and opening.end() < len(plain):
        return name_in(line.cut(opening.end()))
    start = next((at for at, char in enumerate(plain) if char.isalpha()), 0)
    if (twice := _HAN_TWICE.match(plain, start)) and not is_role(plain[start : twice.end()]):
        return name_in(line.cut(twice.end()))
    if han := _HAN_START.match(plain, start):
        return line.cut(start, start + len(han[1]))
    closing = CLOSING.search(plain)
    if closing and len(plain[start : closing.start()].split()) > 1:
        # "Ada Byron - Engineer - Resume"
        return line.cut(start, min(closing.start(), _end(line, start)))
    return line.cut(start, _end(line, start))


def _end(line: Text, start: int) -> int:
    """Where the name ends that begins at `start`: before a sign or degrees, or where bold ends."""
    plain = line.plain
    comma = _DEGREES.match(plain, start) or _DESCRIBED.match(plain, start)
    inside = _BRACKETS.match(plain, start)
    found = _END.finditer(plain, inside.end() if inside else start)
    signs = [sign.span() for sign in islice(found, _MOST_SIGNS)]
    for at, (low, high) in enumerate(signs):
        until = signs[at + 1][0] if at + 1 < len(signs) else len(plain)
        if plain[low:high].strip() != "," or comma or _tells(plain[start:low], plain[high:until]):
            end = low
            break
    else:
        end = len(plain)
    bold = line.lead(Mark.BOLD)
    if start < bold < end and NAME.match(plain[start:bold].strip()):
        end = bold
    while end > start and not (plain[end - 1].isalnum() or plain[end - 1] in ".)"):
        end -= 1
    return end


def _tells(name: str, rest: str) -> bool:
    """Whether what stands behind a comma says what somebody is."""
    return " " in name and not name.isupper() and is_role(rest.strip())


def after_name(line: Text, name: Text) -> int:
    """Where the name ends in a line, with the degrees that stand behind it."""
    start = line.plain.find(name.plain)
    degrees = _DEGREES.match(line.plain, start)
    return degrees.end("from") if degrees else start + len(name.plain)


def behind_degrees(line: Text) -> int:
    """Where the name that a line begins with ends, with its degrees; 0 where none has any."""
    degrees = _DEGREES.match(line.plain)
    return degrees.end("from") if degrees else 0


def is_label(line: Text, end: int) -> bool:
    """Whether a colon makes a label of words that end there; "Ada Byron: Engineer" has none."""
    colon = _LABEL_END.match(line.plain, end)
    return colon is not None and not is_role(line.plain[colon.end() :])


def in_order(name: Fragment, *, labelled: bool = False) -> Fragment:
    """The name with the family's name last: of "NWOSU, Ida M." that is "Ida M. NWOSU".

    Under a label that asks for the name, capitals are not needed to tell.
    """
    family, comma, given = name.text.partition(", ")
    told = comma and 1 <= len(given.split()) <= 3 and "," not in given
    capitals = _turned_capitals(name.text) or _INITIALED.fullmatch(name.text) is not None
    upper = family.isupper() and (not given.isupper() or capitals)
    one = " " not in family and labelled
    return replace(name, text=f"{given} {family}") if told and (upper or one) else name
