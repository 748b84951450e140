"""What the characters of a PDF stand for: ligatures, old digits, icons, letters of old fonts."""

from __future__ import annotations

import re
import unicodedata

#: Stands for a drawing of an icon font: no word, but it parts the words around it.
ICON = "\ufffc"
SOFT_HYPHEN = "\xad"
HYPHENS = "-\u2010\u2011"

#: Fonts that hold pictures. Their letters mean nothing.
_ICON_FONT = re.compile(
    r"awesome|icon|dingbat|glyphicon|fontello|academicons|material-?symbols|marvosym|octicons|"
    r"devicon|typicons|entypo|webdings|wingdings|simpleicons|emoji|bbding|pifont|\bsymbola",
    re.IGNORECASE,
)
#: Signs that begin an item of a list. Others of an icon font may do so as well (see `pdf_lists`).
BULLETS = frozenset("•◦▪▫●○■□◆◇▸▹►▻▶‣⁃∙·⚫⚪➢➤➔→⇒❖✓✔✦★☆❯›»¤–—-*+o") | {ICON}

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
#: Where Adobe's glyph list puts old-style digits, small capitals and accented small capitals.
_OLD_DIGITS = {0xF730 + digit: str(digit) for digit in range(10)}
_ADOBE_SMALL = {0xF761 + at: chr(ord("a") + at) for at in range(26)} | {
    0xF7E0 + at: chr(0xE0 + at) for at in range(31) if at != 23
}
_ADOBE_OTHER = {0xF726: "&", 0xF721: "!", 0xF73F: "?", 0xF724: "$", 0xF6E2: "-", 0xF6E1: "-"}
_PRIVATE = _OLD_DIGITS | _ADOBE_SMALL | _ADOBE_OTHER
#: The places of a symbol font, and what stands there in Word's lists.
_SYMBOL = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF076: "❖",
    0xF0A8: "◻",
    0xF06E: "■",
}

#: TeX's encoding T1 below the letters, and bullets of its companion TS1: a font of bitmaps has no
#: names for its letters, so that their numbers are all there is.
_T1 = dict(enumerate("`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—", 0)) | {
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x88: "•", 0x84: "†", 0x8A: "*",
}  # fmt: skip
_T1_HIGH = dict(enumerate("ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", 0x80))
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n\f\v]")
_NOTHING = re.compile(r"[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-"
                      r"\u2069\ufeff\ufff0-\ufffb\ufffd-\uffff]")  # fmt: skip
#: Accents that old TeX fonts draw over the letter that follows, and what they are on a letter.
ACCENTS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¨": "\u0308", "˝": "\u030b",
    "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "¯": "\u0304", "˙": "\u0307", "¸": "\u0327",
}  # fmt: skip


def is_icon_font(name: str) -> bool:
    """Whether a font's name says that it holds pictures."""
    return bool(_ICON_FONT.search(name))


def letters_of(code: int, font: str) -> str:
    """What a character says: letters, a space, `SOFT_HYPHEN`, `ICON`, or "" for nothing."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    if not font and ((code in _T1 and code < 0x20) or 0x80 <= code <= 0xBF):
        return _T1.get(code) or _T1_HIGH.get(code, "")
    if code in _SYMBOL:
        return _SYMBOL[code]
    character = chr(code)
    if is_icon_font(font) and not character.isspace():
        return character if character in BULLETS and not character.isascii() else ICON
    if code in _PRIVATE:
        return _PRIVATE[code]
    if _SPACES.match(character):
        return " "
    if character in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[character]
    category = unicodedata.category(character)
    if category in ("Co", "Cn") or _is_pictograph(code):
        return ICON
    if _NOTHING.match(character):
        return ""
    if "\ufb00" <= character <= "\ufb06" or character in "ĲĳǄǅǆǇǈǉǊǋǌ":
        return unicodedata.normalize("NFKC", character)
    return character


def _is_pictograph(code: int) -> bool:
    """Whether a character is a little picture: a telephone, an envelope, a pin."""
    return (
        0x1F000 <= code <= 0x1FAFF or (0x2700 <= code <= 0x27BF and chr(code) not in BULLETS)
        or code in (0x2690, 0x2691, 0x2302, 0x231A, 0x231B, 0x2328, 0x23F0)
        or (0x2600 <= code <= 0x26FF and chr(code) not in BULLETS)
    )  # fmt: skip
