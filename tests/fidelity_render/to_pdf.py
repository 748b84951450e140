"""Pages as PDF: printed by Chromium in three layouts, and by LibreOffice from the Word file.

    python -m tests.fidelity_render.to_pdf

writes `tests/fixtures/fidelity/pdf/` anew. The files are kept in git, so that no test needs either.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fidelity_render.compose import page_of
from tests.fidelity_render.habits import HABITS, Habit
from tests.fidelity_render.to_docx import to_docx
from tests.fidelity_render.to_html import to_html

FOLDER = Path(__file__).parents[1] / "fixtures" / "fidelity"
#: Of each layout the habits that it is found with: ruled lines have their dates at the right.
LAYOUTS = {
    "plain": (0, 1, 2, 3, 4, 5, 6, 7, 8),
    "ruled": (0, 1, 7),
    "sidebar": (1, 4, 0, 5, 8, 2, 3, 6, 7),
    "word": (4, 0, 2, 7, 1, 8),
}


@dataclass(frozen=True)
class Print:
    """One resume in one layout, and the file that it is kept in."""

    name: str
    layout: str
    habit: Habit
    file: Path


def prints(names: list[str]) -> list[Print]:
    """Every resume in every layout, each resume with another habit."""
    return [
        Print(
            name, layout, HABITS[habits[at % len(habits)]], FOLDER / "pdf" / f"{name}-{layout}.pdf"
        )
        for layout, habits in LAYOUTS.items()
        for at, name in enumerate(names)
    ]


def main() -> None:
    """Print all of them."""
    from playwright.sync_api import sync_playwright

    names = sorted(path.stem for path in FOLDER.glob("*.json"))
    (FOLDER / "pdf").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium())
        tab = browser.new_page()
        for one in prints(names):
            resume = json.loads((FOLDER / f"{one.name}.json").read_text(encoding="utf-8"))
            page = page_of(resume, one.habit)
            if one.layout == "word":
                _by_libreoffice(to_docx(page, one.habit), one.file)
                continue
            tab.set_content(to_html(page, one.habit, one.layout).decode())
            margin = dict.fromkeys(("top", "bottom", "left", "right"), "18mm")
            tab.pdf(path=str(one.file), format="A4", margin=margin)
        browser.close()


def _chromium() -> str | None:
    return next((path for path in ("/usr/bin/chromium",) if Path(path).exists()), None)


def _by_libreoffice(document: bytes, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{file.stem}.docx"
        source.write_bytes(document)
        command: list[Any] = [
            "soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to", "pdf", "--outdir", folder, source,
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        file.write_bytes((Path(folder) / f"{file.stem}.pdf").read_bytes())


if __name__ == "__main__":
    sys.exit(main())
