"""Pages of a PDF as pictures: what the route gives, keeps and refuses, and the page's markup."""

from __future__ import annotations

import asyncio
import re
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_assistant import FakeAssistant
from fastapi import FastAPI
from pdf_made import made, page
from web import application, client_of, running

from assistant.settings import Settings
from ingest.load import load_resumes
from ui import pictures
from ui.page_parts import PageParts
from ui.pictures import WIDTH, printed_pages

FIRST = page("# Ida Nwosu", "ida@nwosu.example", "# Work", "Lighthouse of Borkum, 2019 - 2021")
SECOND = page("# Skills", "Rope, radio, oil")
NOTES = "# Ida Nwosu\n\n## Projects\n\n- A lamp for fishing boats\n"


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "ida.pdf"
    file.write_bytes(made(FIRST, SECOND))
    return file


def over(*files: Path, **settings: object) -> FastAPI:
    """The application over these files, with an assistant that answers without an index."""
    assistant = FakeAssistant()
    assistant.resume = load_resumes(files)
    return application(assistant, resume=list(files), **settings)


def size(png: bytes) -> Sequence[int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that were painted, each time that one was."""
    told: list[int] = []
    paint = pictures.page_picture

    def telling(path: Path, layout: object, page: int, width: int) -> bytes:
        told.append(page)
        return paint(path, layout, page, width)  # type: ignore[arg-type]

    monkeypatch.setattr(pictures, "page_picture", telling)
    return told


async def test_each_page_is_a_picture_of_its_own(resume: Path) -> None:
    async with running(over(resume)) as client:
        card = (await client.get("/api/resume")).json()
        assert [(each["file"], each["page"]) for each in card["pages"]] == [
            ("ida.pdf", 1), ("ida.pdf", 2),
        ]  # fmt: skip
        assert (card["pages"][0]["width"], card["pages"][0]["height"]) == (612, 792)
        found = [await client.get(each["picture"]) for each in card["pages"]]
    for each in found:
        assert each.status_code == 200
        assert each.headers["content-type"] == "image/png"
        assert size(each.content) == (WIDTH, round(WIDTH * 792 / 612))
    assert found[0].content != found[1].content


async def test_with_its_version_it_may_be_kept_for_good_and_never_by_a_proxy(resume: Path) -> None:
    async with running(over(resume)) as client:
        (first, _) = (await client.get("/api/resume")).json()["pages"]
        known = await client.get(first["picture"])
        other = await client.get("/api/resume/pages/1.png?v=other")
        again = await client.get("/api/resume/pages/1.png", headers={
            "if-none-match": f'"x", W/{known.headers["etag"]}'
        })  # fmt: skip
    assert known.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert other.headers["cache-control"] == "private, max-age=300"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "3.png", "0.png", "-1.png", "01.png", "1.5.png", "one.png", "%31%2e%30.png", "٣.png",
        f"{'9' * 5_000}.png", "1.png?file=2", "1.png?file=999999999999",
    ],
)  # fmt: skip
async def test_a_page_that_is_not_there_is_a_problem_and_paints_nothing(
    resume: Path, painted: list[int], address: str
) -> None:
    async with running(over(resume)) as client:
        found = await client.get(f"/api/resume/pages/{address}")
    assert found.status_code == 404
    assert found.headers["content-type"] == "application/problem+json"
    assert found.json()["detail"] == "The resume has no such page."
    assert painted == []


async def test_a_file_that_is_no_number_is_a_problem(resume: Path) -> None:
    async with running(over(resume)) as client:
        for number in ("0", "-1", "x", ""):
            found = await client.get(f"/api/resume/pages/1.png?file={number}")
            assert found.status_code == 422
            assert "file" in found.json()["detail"]


async def test_a_resume_without_pages_has_no_pictures(tmp_path: Path) -> None:
    notes = tmp_path / "ida.md"
    notes.write_text(NOTES)
    async with running(over(notes)) as client:
        assert (await client.get("/api/resume")).json()["pages"] == []
        assert (await client.get("/api/resume/pages/1.png")).status_code == 404
    assert 'class="leaf"' not in PageParts(load_resumes([notes]), Settings.load())["resume"]


async def test_a_page_is_painted_once_however_many_ask_for_it(
    resume: Path, painted: list[int]
) -> None:
    async with running(over(resume)) as client:
        found = await asyncio.gather(
            *(client.get(f"/api/resume/pages/{1 + at % 2}.png") for at in range(12))
        )
        await client.get("/api/resume/pages/1.png")
    assert {each.status_code for each in found} == {200}
    assert sorted(painted) == [1, 2]


async def test_pictures_beyond_what_is_kept_are_painted_anew(
    resume: Path, painted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_MAX_KEPT", 1)
    async with running(over(resume)) as client:
        for number in (1, 1, 2, 1):
            assert (await client.get(f"/api/resume/pages/{number}.png")).status_code == 200
    assert painted == [1, 2, 1]


async def test_of_several_files_each_has_its_number(tmp_path: Path, resume: Path) -> None:
    notes, more = tmp_path / "notes.md", tmp_path / "more.pdf"
    notes.write_text(NOTES)
    more.write_bytes(
        made(page("# Publications", "The lamp, Borkum Press, 2020", top=350), size=(400, 400))
    )
    # A file that is named twice is one file.
    async with running(over(notes, notes, resume, more)) as client:
        pages = (await client.get("/api/resume")).json()["pages"]
        assert [(each["file"], each["page"]) for each in pages] == [
            ("ida.pdf", 1), ("ida.pdf", 2), ("more.pdf", 1),
        ]  # fmt: skip
        assert (await client.get("/api/resume/pages/1.png?file=1")).status_code == 404
        sizes = [size((await client.get(each["picture"])).content) for each in pages]
    assert sizes[2] == (WIDTH, WIDTH)
    assert sizes[0] == sizes[1] != sizes[2]


@pytest.mark.parametrize("what", ["gone", "changed"])
async def test_a_file_that_is_another_one_by_now_is_not_shown_and_the_owner_is_told(
    resume: Path, caplog: pytest.LogCaptureFixture, painted: list[int], what: str
) -> None:
    app = over(resume)
    if what == "gone":
        resume.unlink()
    else:
        resume.write_bytes(made(SECOND, FIRST))
    async with running(app) as client:
        for _ in range(3):
            found = await client.get("/api/resume/pages/1.png")
            assert found.status_code == 503
            assert found.headers["cache-control"] == "no-store"
            assert "can be read" in found.json()["detail"]
            assert "ida.pdf" not in found.text
    assert painted == [1], "it is not tried again at once"
    assert "ida.pdf" in caplog.text


async def test_what_failed_is_tried_again_after_a_rest(
    resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_REST", 0)
    app, content = over(resume), resume.read_bytes()
    resume.unlink()
    async with running(app) as client:
        assert (await client.get("/api/resume/pages/1.png")).status_code == 503
        resume.write_bytes(content)
        await asyncio.sleep(0.01)
        assert (await client.get("/api/resume/pages/1.png")).status_code == 200


async def test_pictures_have_the_rates_of_questions_and_are_counted_by_themselves(
    resume: Path,
) -> None:
    app = over(resume, rate_per_address="2/hour")
    async with running(app) as client:
        for _ in range(2):
            assert (await client.get("/api/resume/pages/1.png")).status_code == 200
        refused = await client.get("/api/resume/pages/1.png")
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1
        assert (await client.post("/api/chat", json={"question": "Go?"})).status_code == 200
        async with client_of(app, "203.0.113.99") as other:
            assert (await other.get("/api/resume/pages/1.png")).status_code == 200


async def test_who_waits_too_long_for_a_picture_is_told_when_to_come_back(
    resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(*_: object) -> bytes:
        asyncio.run_coroutine_threadsafe(until.wait(), loop).result()
        return b"\x89PNG"

    monkeypatch.setattr(pictures, "page_picture", slow)
    async with running(over(resume, max_wait_seconds=1)) as client:
        found = await client.get("/api/resume/pages/1.png")
        assert (found.status_code, "retry-after" in found.headers) == (503, True)
        until.set()
        assert (await client.get("/api/resume/pages/1.png")).content == b"\x89PNG"


def test_the_page_has_every_picture_above_its_text_with_room_for_it(resume: Path) -> None:
    read = load_resumes([resume])
    html = PageParts(read, Settings.load(resume=[resume]))["resume"]
    shown = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)"', html)
    assert [address.replace("&amp;", "&") for address, *_ in shown] == [
        each.address for each in printed_pages(read)
    ]
    assert {(int(width), int(height)) for _, width, height, _ in shown} == {(1280, 1656)}
    assert shown[1][3] == "Resume of Ida Nwosu as printed, page 2 of 2"
    assert html.index('data-page="2"') < html.index("The same as text") < html.index("Rope, radio")
