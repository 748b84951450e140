"""Put the parts in `ui/widget/source/` together to the one file that is served as `/widget.js`.

The parts are ES modules, so that editors, tests and readers know what needs what. They are served
as one classic script, because only that knows its own tag (`document.currentScript`): their names
are unique among them, so they can stand one after the other in one function. The result is kept in
git; nobody who runs the server needs this tool.
"""

import re
from pathlib import Path

import minify

FOLDER = Path(__file__).resolve().parents[1] / "ui" / "widget"
TARGET = FOLDER / "widget.js"
#: Each after those that it needs. `style` is the style sheet, as the text STYLE.
PARTS = (
    "labels", "fold", "find", "stream", "memory", "colour", "dom", "answer", "style", "view",
    "place", "chips", "talk", "element", "main",
)  # fmt: skip
_IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def built() -> str:
    """The script, minified; the same on every machine."""
    body = "\n".join(map(part, PARTS))
    return minify.string("application/javascript", f"(()=>{{'use strict';\n{body}\n}})()") + "\n"


def part(name: str) -> str:
    """A part without its imports and exports."""
    if name == "style":
        css = (FOLDER / "source" / "style.css").read_text(encoding="utf-8")
        return f"const STYLE = `{minify.string('text/css', css)}`;"
    text = (FOLDER / "source" / f"{name}.js").read_text(encoding="utf-8")
    return _EXPORT.sub("", _IMPORT.sub("", text))


if __name__ == "__main__":
    TARGET.write_text(built(), encoding="utf-8")
