"""What happened on the way to an answer with a model, for `ask --explain`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.budget import Usage
from assistant.calls import Call
from assistant.checked import Fate
from assistant.reply import Reply


@dataclass
class Told:
    """Notes on one question. `outcome` is why the answer is whose it is."""

    name: str
    outcome: str = ""
    call: Call | None = None
    usage: Usage = field(default_factory=lambda: Usage(0, 0))
    repaired: bool = False

    def explained(self, reply: Reply | None) -> dict[str, Any]:
        """The notes as a part of an answer's explanation; `reply` if the model was asked."""
        found: dict[str, Any] = {"name": self.name, "outcome": self.outcome}
        if self.call is not None:
            found["first token"] = self.call.first if self.call.first is not None else "none"
            found["tokens in and out"] = f"{self.usage.tokens_in} and {self.usage.tokens_out}"
            found["given back for repair"] = self.repaired
        if reply is not None:
            counts = reply.tally.counts
            found["sentences"] = {
                "passed": counts[Fate.PASSED],
                "mended": counts[Fate.MENDED],
                "dropped": counts[Fate.DROPPED],
            }
            found["dropped"] = [f"{said} ({why})" for said, why in reply.tally.dropped]
        return {"model": found}
