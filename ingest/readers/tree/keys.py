"""What the members of an entry are called in the schemas that people follow (`tree.folded`)."""

from __future__ import annotations

from ingest.readers.tree.dates import DAY, END, START
from ingest.readers.tree.naming import AREA, LOCATION, ORGANISATION, ROLE, TITLE
from ingest.readers.tree.words import PROSE

URL = ("url", "website", "link", "homepage", "href")
BULLETS = frozenset(
    """highlights courses achievements accomplishments responsibilities bullets duties tasks details
    curriculum coursework experience notes items list points contents descriptions
    descriptionpoints bulletpoints keypoints did""".split()
)
#: Lists of objects under these keys are entries of their own inside the entry.
CHILDREN = frozenset(
    {"positions", "roles", "role", "jobs", "projects", "items", "entries", "contents"}
)
#: Expected besides the above; anything else is worth a warning.
_KNOWN = frozenset(
    """keywords score gpa grade type url website link homepage level technologies current iscurrent
    authors author doi isbn flavor category repo department tags skills stack from years companyurl
    contact media""".split()
)
EXPECTED_KEYS = (
    {*ORGANISATION, *ROLE, *TITLE, *AREA, *LOCATION, *START, *END}
    | {*DAY, *CHILDREN}
    | _KNOWN | PROSE | BULLETS
)  # fmt: skip
