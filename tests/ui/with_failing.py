"""The command line over an assistant that cannot be opened, which takes a moment to find out."""

import time
from typing import Any

from fake_assistant import RESUME

from ingest.errors import IndexStoreError
from ui.cli import Services, main


def fail(*_: Any) -> Any:
    time.sleep(1)
    raise IndexStoreError("/home/ada/index cannot be written; give this user permission.")


main(Services(open_assistant=fail, load_resume=lambda _: RESUME))
