"""Files made to do harm: each is refused in one line, or read, and in time."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ingest.errors import ResumeFileError
from ingest.readers.base import MAX_CHARACTERS, MAX_LINES
from ingest.readers.registry import reader_for
from ingest.resume import Resume
from tests.fidelity_markdown import check_spans

FIXTURES = Path(__file__).parents[2] / "fixtures"
WORD = (FIXTURES / "docx" / "headings-by-style.docx").read_bytes()
DOCUMENT = "word/document.xml"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINE = "<w:p><w:r><w:t>Cook, Old Inn, 2010 - 2014</w:t></w:r></w:p>"
#: In seconds of the processor, however busy it is with others.
IN_TIME = 10


def repacked(parts: Mapping[str, bytes | None]) -> bytes:
    """A Word file with some parts replaced, added or (None) taken out."""
    packed = BytesIO()
    with ZipFile(BytesIO(WORD)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        kept = {name: source.read(name) for name in source.namelist()}
        for name, data in {**kept, **parts}.items():
            if data is not None:
                target.writestr(name, data)
    return packed.getvalue()


def body(xml: str) -> bytes:
    return f"<w:document {SPACE}><w:body>{xml}</w:body></w:document>".encode()


def nested(tag: str, depth: int, inside: str = LINE) -> bytes:
    names = tag.split()
    opening = "".join(f"<w:{name}>" for name in names)
    closing = "".join(f"</w:{name}>" for name in reversed(names))
    return body(opening * depth + inside + closing * depth)


def read(data: bytes, name: str) -> Resume:
    start = time.process_time()
    try:
        return reader_for(data, name).read(data, name)
    finally:
        assert time.process_time() - start < IN_TIME


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ResumeFileError) as raised:
        read(data, name)
    message = str(raised.value)
    assert message.startswith(name)
    assert "\n" not in message
    assert len(message) < 300
    return message


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({DOCUMENT: b"<a>" + b" " * 30_000_000}, "larger inside"),
        ({"word/media/a.png": bytes(250_000_000)}, "larger inside"),
        ({f"a/{at}.xml": b"" for at in range(2_500)}, "larger inside"),
        ({DOCUMENT: body(LINE * 6_000)}, "more words"),
        ({DOCUMENT: body("<w:p/>" * 700_000)}, "larger inside"),
        ({DOCUMENT: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + body(LINE)}, "XML entities"),
        ({"word/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16")}, "entities"),
        ({DOCUMENT: nested("sdt sdtContent", 5_000)}, "damaged"),
        ({DOCUMENT: nested("tbl tr tc", 60)}, "nests tables"),
        ({DOCUMENT: None}, "no document inside"),
        ({"_rels/.rels": None}, "damaged"),
        ({DOCUMENT: b"<w:document"}, "damaged"),
        ({DOCUMENT: b""}, "damaged"),
    ],
    ids=[
        "bomb in the text", "bomb in a picture", "too many parts", "too many paragraphs",
        "too many elements", "entities", "entities in UTF-16", "deep elements", "deep tables",
        "no document", "no relationships", "broken XML", "empty XML",
    ],
)  # fmt: skip
def test_a_word_file_that_no_word_wrote_is_refused(
    parts: dict[str, bytes | None], why: str
) -> None:
    assert why in refusal(repacked(parts), "resume.docx")


def test_a_word_file_that_breaks_off_is_refused() -> None:
    for size in (4, 100, len(WORD) // 2, len(WORD) - 30):
        assert "damaged" in refusal(WORD[:size], "resume.docx")


def test_a_part_that_is_not_what_the_archive_says_is_refused() -> None:
    at = WORD.rindex(b"word/document.xml")
    sizes = WORD.index(b"word/document.xml") - 30 + 18
    assert at > sizes
    broken = bytearray(WORD)
    broken[sizes + 60 : sizes + 90] = bytes(30)
    assert "damaged" in refusal(bytes(broken), "resume.docx")


def test_nothing_that_stands_elsewhere_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", no_socket)
    monkeypatch.setattr("socket.getaddrinfo", no_socket)
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" TargetMode="External" Target="http://x.example/styles.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
        b'<Relationship Id="b" Target="../../../../etc/passwd" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>'
        b"</Relationships>"
    )
    parts = {DOCUMENT: body(LINE * 2), "word/_rels/document.xml.rels": relations}
    assert "Old Inn" in read(repacked(parts), "resume.docx").source.text
    page = (
        b"<html><link rel=stylesheet href=http://x.example/a.css><style>@import url(http://x.example"
        b"/b.css)</style><script src=http://x.example/c.js></script><h2>Work</h2><p>Cook, 2010"
        b"<img src=http://x.example/d.png></p>"
    )
    assert read(page, "resume.html").sections


def test_styles_that_are_based_on_each_other_and_notes_in_notes_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    styles = f"<w:styles {SPACE}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    styled = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Old Inn</w:t></w:r></w:p>'
    parts = {"word/styles.xml": styles.encode(), DOCUMENT: body(styled * 2)}
    assert read(repacked(parts), "resume.docx").source.text == "Old Inn\nOld Inn\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>", "<b>", "<p>x", "<ul><li>", "<table><tr><td>", "<div class=row><p>x</p>",
        "<a ", '<a="', "<p a='", "</", "<!--", "<!-- -->", "<?", "<![CDATA[", "&#", "&", "<",
        "<script>", "<title>", "<h2>", '<i aria-hidden="true">x</i>', "<span>a</span> ",
        '<p style="color:red">x</p>', "<style>.a{", "<style>@media screen{", "<style>a{color:(",
        "<style>:not(", "<style>* * * b{display:none} ", "<nav><h1>x</h1>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [20_000, 2_000_000])
def test_a_page_of_nothing_but_one_thing_is_read_or_refused_in_time(markup: str, size: int) -> None:
    data = b"<!doctype html><body>" + (markup * (size // len(markup))).encode()
    with suppress(ResumeFileError):
        read(data, "resume.html")


def test_selectors_that_match_in_many_ways_are_given_up_in_time() -> None:
    rules = "".join(f".a .b .c{at} div p,* * * * b{at}{{display:none}}" for at in range(3_000))
    deep = "<div class='a b'>" * 90 + "<b class=c1>x</b>" * 5_000
    read(f"<html><style>{rules}</style><h2>Work</h2>{deep}".encode(), "resume.html")


@pytest.mark.parametrize("line", ["- x\n", "a b\n", "EXPERIENCE\n\nfoo\n\n", "a ", "=", "x\n===\n"])
def test_a_text_of_nothing_but_one_thing_is_read_in_time(line: str) -> None:
    count = min(MAX_CHARACTERS // len(line), MAX_LINES // 2) - 10
    read((line * count + "\nlast words\n").encode(), "resume.txt")


@pytest.mark.parametrize("depth", [0, 90, 97, 150, 250])
def test_what_is_nested_too_deep_is_read_with_places_that_are_true(depth: int) -> None:
    page = (FIXTURES / "html" / "bootstrap-resume.html").read_text(encoding="utf-8")
    start = page.index(">", page.index("<body")) + 1
    resume = read(f"{page[:start]}{'<div>' * depth}{page[start:]}".encode(), "resume.html")
    assert "Laid fibre to nine wards" in " ".join(part.text for _, _, part in resume.walk())
    assert check_spans(resume) == []


@pytest.mark.parametrize("sign", ["`", "_", "*", "-", "[", "•", "a,"])
def test_a_line_with_a_long_row_of_signs_is_read_in_time(sign: str) -> None:
    row = sign * (30_000 // len(sign))
    read(f"# Ada\n\n## Work\n\n### Quarry, 2010 - 1{row}\n\nDid it {row} b\n".encode(), "resume.md")


def test_a_text_that_is_far_too_long_is_refused() -> None:
    assert "more words" in refusal(b"word " * MAX_CHARACTERS, "resume.txt")
    assert "more words" in refusal(b"word\n" * 2 * MAX_LINES, "resume.txt")
