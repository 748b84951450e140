"""Mutated fixtures for the readers of Word, HTML, Markdown, plain text and PDF.

    python -m tests.fuzz_readers 2000 [--seed 1]

reads so many mutations of each format and prints how many were read and how many refused, the
slowest, and the most memory, of child processes as well. Whatever is raised that is not ours,
takes the processor 10 s, or has spans that are not true, is printed with the seed that makes it
again; the exit code then is 1. Damaged JSON and YAML are made by `tests.fuzzing`.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
import traceback
from collections import Counter
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

from ingest.errors import ResumeFileError
from ingest.readers.registry import reader_for
from tests.fidelity_markdown import check_spans
from tests.fuzz_pdf import damaged_pdf

FIXTURES = Path(__file__).parent / "fixtures"
SUFFIXES = ("docx", "html", "txt", "md", "pdf")
_FOLDERS = {"docx": "docx", "html": "html", "txt": "text", "md": "markdown", "pdf": "pdf"}
_LIMIT = 10.0
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: What readers stumble over, by format; any of it may turn up anywhere.
_SNIPPETS = {
    "html": (
        "<", ">", "&", "&#xD800;", "&shy;", "</div>", "<div class='row'>", "<p>", "</p>", "<li>",
        "<table><tr><td>", "<span>", "<!--", "-->", "<style>*{display:none}</style>", "<main>",
        "<h1>", "</h2>", "<br>", "\0", "\r", "\u2028", "<b style='color:#fff'>", "<nav>", "<pre>",
        "<a href='mailto:a@b.example'>", "<article>", " hidden ", "class='tag'", "<footer>",
    ),
    "docx": (
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>x</w:t>", "<w:tab/>", "<w:br/>",
        '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:ins>",
        "</w:ins>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tr>", "</w:tbl>",
        '<w:sym w:char="ZZ"/>', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>',
        '<w:sz w:val="huge"/>', '<w:ind w:left="1e99"/>', "&#x0;", "&amp;", "<w:sdt>",
        '<w:outlineLvl w:val="x"/>', '<w:footnoteReference w:id="2"/>', "<!-- -->", "<?x?>",
    ),
    "txt": (
        "\n", "\n\n", "\t", "      ", "- ", "• ", "====\n", "----\n", "EXPERIENCE\n", "Skills:\n",
        "\r", "\f", "\u2028", "A B C", "|", "2010 - 2014", "# ", "**", "\xad", "1. ", "o ",
    ),
    "md": (
        "# ", "## ", "###### ", "- ", "  - ", "> ", "**", "__", "`", "```\n", "[a](b)", "[a][b]",
        "![](x)", "| a | b |\n|---|---|\n", "---\n", "\n\n", "<br>", "<div>", "</div>", "<!-- ",
        "-->", "&amp;", "{% raw %}", "{: .a }", "<b>", "    ", "\t", "\\", "1. ", "Skills:\n",
        "2010 - 2014", "\u2028",
    ),
}  # fmt: skip


def originals(suffix: str) -> list[bytes]:
    """The fixtures of a format, in a fixed order."""
    files = sorted((FIXTURES / _FOLDERS[suffix]).glob(f"*.{suffix}"))
    return [file.read_bytes() for file in files]


def mutated(suffix: str, data: bytes, chance: random.Random) -> bytes:
    """A damaged copy of a fixture: pieces cut, doubled, moved, bytes flipped, snippets put in."""
    if suffix == "pdf":
        return damaged_pdf(data, chance)
    if suffix != "docx":
        text = data.decode("cp1252" if b"windows-1252" in data else "utf-8")
        changed = _changed(text, _SNIPPETS[suffix], chance).encode("utf-8", "surrogatepass")
        return _flipped(changed, chance) if chance.random() < 0.1 else changed
    if chance.random() < 0.25:
        return _flipped(data, chance)
    packed = BytesIO()
    with (
        ZipFile(BytesIO(data)) as source,
        ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as to,
    ):
        for name in source.namelist():
            part = source.read(name)
            wanted = name == "word/document.xml" or chance.random() < 0.05
            if wanted and name.endswith((".xml", ".rels")):
                part = _changed_xml(part, chance)
            if chance.random() > 0.01:
                to.writestr(name, part)
    return packed.getvalue()


def _changed(text: str, snippets: tuple[str, ...], chance: random.Random) -> str:
    # Tags are moved as wholes most of the time, so that much of what comes out can be parsed.
    cuts = [match.start() for match in re.finditer(r"<|(?<=>)|\n", text)] or [0]
    for _ in range(chance.randint(1, 6)):
        start = chance.choice(cuts) if chance.random() < 0.8 else chance.randint(0, len(text))
        end = start + int(chance.expovariate(1 / 60))
        later = [cut for cut in cuts if cut >= end]
        end = later[0] if later and chance.random() < 0.7 else end
        piece = text[start:end]
        text = chance.choice(
            (
                text[:start] + text[end:],
                text[:start] + piece * chance.choice((2, 3, 50)) + text[end:],
                text[:start] + chance.choice(snippets) * chance.choice((1, 1, 30)) + text[start:],
                text[:start] + piece[::-1] + text[end:],
                text[:start] + text[end:] + piece,
            )
        )
    return text


def _changed_xml(part: bytes, chance: random.Random) -> bytes:
    """Mostly XML still: elements dropped, doubled, moved, put in; attributes made odd."""
    if chance.random() < 0.1:
        return _changed(part.decode("utf-8"), _SNIPPETS["docx"], chance).encode()
    root = ElementTree.fromstring(part)
    parents = {child: parent for parent in root.iter() for child in parent}
    for _ in range(chance.randint(1, 8)):
        one = chance.choice(list(parents) or [root])
        parent = parents.get(one, root)
        into = chance.choice(list(root.iter()))
        change = chance.randrange(5)
        if change == 0 and one in list(parent):
            parent.remove(one)
        elif change == 1 and sum(1 for _ in one.iter()) < 200:
            into.extend(deepcopy(one) for _ in range(chance.choice((1, 2, 20))))
        elif change == 2:
            snippet = chance.choice([each for each in _SNIPPETS["docx"] if each.endswith("/>")])
            into.insert(0, ElementTree.fromstring(f"<a {_SPACE}>{snippet}</a>")[0])
        elif change == 3 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(("", "x", "-1", "9" * 40)))
        else:
            one.text = chance.choice(("\x85", "• a", "2010 - 2014", " ", "Skills", "a" * 3_000))
    return ElementTree.tostring(root)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.choice((len(changed), chance.randint(1, len(changed)))) or None])


def tried(suffix: str, seed: int) -> str:
    """Read one mutation: "read" or "refused". Raises whatever is a defect."""
    chance = random.Random(seed)
    data = mutated(suffix, chance.choice(originals(suffix)), chance)
    start = _spent()
    try:
        name = f"resume.{suffix}"
        resume = reader_for(data, name).read(data, name)
    except ResumeFileError as error:
        message = str(error)
        if "\n" in message or not message.startswith("resume."):
            raise AssertionError(f"no clear line: {message!r}") from error
        return "refused"
    if _spent() - start > _LIMIT:
        raise AssertionError(f"took {_spent() - start:.1f} s")
    if wrong := check_spans(resume):
        raise AssertionError(f"spans are not true: {wrong[:3]}")
    return "read"


def _spent() -> float:
    """Seconds of the processor, here and in children that ended, whatever else it does."""
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + below.ru_utime + below.ru_stime


def main() -> int:
    """Try many; 0 where none is a defect."""
    arguments = argparse.ArgumentParser(description="Read mutated fixtures.")
    arguments.add_argument("count", type=int)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--only", choices=SUFFIXES)
    given = arguments.parse_args()
    defects = 0
    for suffix in SUFFIXES if given.only is None else (given.only,):
        results: Counter[str] = Counter()
        slowest = 0.0
        for seed in range(given.seed, given.seed + given.count):
            start = _spent()
            try:
                results[tried(suffix, seed)] += 1
            except Exception:
                defects += 1
                sys.stdout.write(f"{suffix} seed {seed}: {traceback.format_exc()[-700:]}\n")
            slowest = max(slowest, _spent() - start)
        told = ", ".join(f"{count} {what}" for what, count in sorted(results.items()))
        sys.stdout.write(f"{suffix}: {told}; slowest {slowest:.1f} s\n")
    here, below = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    sys.stdout.write(f"{defects} defects; {here:.0f} MB at most, {below:.0f} MB in a child\n")
    return bool(defects)


if __name__ == "__main__":
    sys.exit(main())
