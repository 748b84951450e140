"""The segments of a page: words that stand close, bullets and raised numbers with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median

from ingest.readers.pdf.glyphs import lay_flat, prepared
from ingest.readers.pdf.letters import BULLETS
from ingest.readers.pdf.pages import Page
from ingest.readers.pdf.words import SPACE, Segment, parted, stretches_of

#: Points between a bullet or icon and its words at most, and ems that it may stand higher.
_SIGN_REACH, _SIGN_LEVEL = 36.0, 0.4
#: A tab stop: ems before a word of a line, and on how many lines words begin there.
#: A narrower one must stand on twice as many.
#: The least one is where a column of lines begins.
_STOP, _NARROW_STOP, _LEAST_STOP, _STOP_LINES = 0.55, 0.38, 0.3, 4
#: A raised or lowered number is at most so large, beside the words that it belongs to.
_RAISED = 0.82


def segments_of(page: Page) -> list[Segment]:
    """The segments of a page, in no particular order; turned text stands at the end."""
    found: list[Segment] = []
    for turned in range(4):
        glyphs = [glyph for glyph in page.glyphs if glyph.look.turned == turned]
        if not glyphs:
            continue
        boxes = {
            id(glyph): (g.left, g.top, g.right, g.bottom) for glyph in glyphs for g in (glyph,)
        }
        for glyph in glyphs:
            lay_flat(glyph, page, turned)
        lines = stretches_of(prepared(glyphs))
        segments = [each for line in lines for each in parted(line, page, boxes)]
        for segment in segments:
            segment.turned = turned
        found += _signs_joined(_cut_at_stops(_raised_joined(segments)))
    return found


def _cut_at_stops(segments: list[Segment]) -> list[Segment]:
    """Cut segments where words of several lines begin at one place, each behind a wider gap."""
    lefts: Counter[int] = Counter(round(each.left) for each in segments)
    stops = Counter(lefts)
    wider = [(each, at) for each in segments for at in _wider_gaps(each)]
    for each, at in wider:
        stops[round(each.words[at].box[0])] += 1
    kept = {id(each): [0] for each in segments}
    for each, at in wider:
        place = round(each.words[at].box[0])
        lines = sum(stops[near] for near in (place - 1, place, place + 1))
        begun = sum(lefts[near] for near in (place - 1, place, place + 1))
        gap = (each.words[at].box[0] - each.words[at - 1].box[2]) / each.size
        few = gap >= _STOP and lines >= _STOP_LINES
        if few or (gap >= _NARROW_STOP and lines >= 2 * _STOP_LINES) or begun >= 2 * _STOP_LINES:
            kept[id(each)].append(at)
    return [part for each in segments for part in _cut_words(each, kept[id(each)])]


def _wider_gaps(segment: Segment) -> list[int]:
    """The words of a segment before which there is more room than between the others."""
    if segment.turned:
        return []
    gaps = [b.box[0] - a.box[2] for a, b in zip(segment.words, segment.words[1:], strict=False)]
    found = []
    for at, gap in enumerate(gaps):
        if at == 0 and segment.words[0].text in BULLETS:
            continue
        others = gaps[:at] + gaps[at + 1 :]
        usual = median(others) if others else 0.0
        if gap >= _LEAST_STOP * segment.size and gap >= 1.25 * usual:
            found.append(at + 1)
    return found


def _cut_words(segment: Segment, starts: list[int]) -> list[Segment]:
    if len(starts) == 1:
        return [segment]
    parts = []
    for low, high in zip(starts, [*starts[1:], len(segment.words)], strict=True):
        words = segment.words[low:high]
        left, right = words[0].box[0], words[-1].box[2]
        dotted = segment.dotted if low == 0 else None
        parts.append(replace(segment, words=words, left=left, right=right, dotted=dotted))
    return parts


def _raised_joined(segments: list[Segment]) -> list[Segment]:
    """Raised or lowered numbers as part of the word that they stand beside."""
    kept = [each for each in segments if not _may_be_raised(each)]
    largest = max((each.size for each in segments), default=0.0)
    for small in segments:
        if not _may_be_raised(small):
            continue
        if small.size > _RAISED * largest:
            kept.append(small)
            continue
        host = next((each for each in kept if _touches(each, small)), None)
        if host is None:
            kept.append(small)
            continue
        word = max((w for w in host.words if w.box[0] <= small.left), key=lambda w: w.box[0])
        if small.left - word.box[2] <= SPACE * host.size:
            word.text += small.text
            old, new = word.box, small.words[-1].box
            word.box = (old[0], min(old[1], new[1]), max(old[2], new[2]), max(old[3], new[3]))
        else:
            at = host.words.index(word) + 1
            host.words[at:at] = small.words
        host.right = max(host.right, small.right)
    return kept


def _signs_joined(segments: list[Segment]) -> list[Segment]:
    """Bullets and icons that stand apart as part of the words that they stand before."""
    signs = [each for each in segments if _is_sign(each)]
    words = sorted((each for each in segments if not _is_sign(each)), key=lambda each: each.left)
    kept = list(words)
    for sign in signs:
        near = (
            each
            for each in words
            if 0 <= each.left - sign.right <= _SIGN_REACH
            and abs(each.base - sign.base) <= _SIGN_LEVEL * each.size
        )
        host = next(near, None)
        if host is None:
            kept.append(sign)
        else:
            host.words[:0] = sign.words
            host.left = sign.left
    return kept


def _is_sign(segment: Segment) -> bool:
    return len(segment.words) == 1 and (segment.text in BULLETS or segment.words[0].is_icon)


def _may_be_raised(segment: Segment) -> bool:
    return len(segment.words) == 1 and len(segment.words[0].text) <= 4


def _touches(host: Segment, small: Segment) -> bool:
    if small.size > _RAISED * host.size or abs(host.base - small.base) > 0.6 * host.size:
        return False
    starts = host.words[0].box[0]
    return starts < small.left <= host.right + 0.3 * host.size
