"""Whether words can be seen on what is behind them: the contrast of two colours after WCAG 2."""

from __future__ import annotations

import re

Color = tuple[int, int, int]

WHITE: Color = (255, 255, 255)
#: WCAG's contrast is 1 for equal colours and 21 for black on white; nobody reads what is below
#: this: #eee on white has 1.16, the palest grey that pages are printed in (#ddd) has 1.36.
_READABLE = 1.2


def from_hex(digits: str) -> Color | None:
    """The colour that six hexadecimal digits name, or three."""
    if re.fullmatch(r"[0-9a-fA-F]{3}", digits):
        digits = "".join(2 * digit for digit in digits)
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def unreadable(words: Color, ground: Color) -> bool:
    """Whether words in one colour on a ground of another are as good as not there."""
    high, low = sorted((_luminance(words), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05) < _READABLE


def _luminance(color: Color) -> float:
    parts = [_linear(channel / 255) for channel in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
