"""The file that is served as `/widget.js`, and what a page needs to know of it beforehand."""

from __future__ import annotations

import base64
import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: Made of the parts in `source/` by `make widget`; a test holds that it is up to date.
_FILE = Path(__file__).parent / "widget.js"


@dataclass(frozen=True, slots=True)
class Script:
    """The file as it is served, and the same compressed."""

    body: bytes
    compressed: bytes

    @property
    def version(self) -> str:
        """Names this content and no other: it stands in the address that may be kept for good."""
        return hashlib.sha256(self.body).hexdigest()[:16]

    @property
    def integrity(self) -> str:
        """For the tag's `integrity` (https://www.w3.org/TR/SRI/)."""
        digest = hashlib.sha384(self.body).digest()
        return f"sha384-{base64.b64encode(digest).decode()}"


@cache
def widget_script() -> Script:
    """The script, read and compressed once."""
    body = _FILE.read_bytes()
    return Script(body, gzip.compress(body, compresslevel=9, mtime=0))
