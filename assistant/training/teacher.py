"""A larger cross-encoder that teaches a smaller one; it is trained and asked, never shipped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.training.layers import fewer_bits, new_head
from assistant.tuned_layers import piece_ids

_DROPOUT = 0.1


class Teacher:
    """A model of the `transformers` library and a new head upon the mean of its tokens.

    `folder` holds a model as sentence-transformers keeps it, such as all-mpnet-base-v2.
    """

    def __init__(self, folder: Path) -> None:
        import torch
        from tokenizers import Tokenizer
        from transformers import AutoModel

        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.bert: Any = AutoModel.from_pretrained(folder, local_files_only=True).to(self.device)
        self.bert.embeddings.requires_grad_(False)
        self._counter = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._counter.no_truncation()
        self._counter.no_padding()
        size: int = self.bert.config.hidden_size
        self.head: Any = new_head(size, _DROPOUT).to(self.device)

    def ids(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces, its start and end among them."""
        return piece_ids(self._counter, text, most)

    def logits(self, pairs: Sequence[tuple[list[int], list[int]]]) -> Any:
        """One number for each question and answer, [pairs]; two ends stand between them."""
        import torch

        whole = [[*question, question[-1], *answer[1:]] for question, answer in pairs]
        size = max(map(len, whole))
        padding = self.bert.config.pad_token_id
        ids = torch.tensor(
            [one + [padding] * (size - len(one)) for one in whole], device=self.device
        )
        ends = torch.tensor([[len(one)] for one in whole], device=self.device)
        there = torch.arange(size, device=self.device)[None] < ends
        with fewer_bits(self.device):
            hidden = self.bert(input_ids=ids, attention_mask=there.long()).last_hidden_state
        mean = (hidden.float() * there[..., None]).sum(1) / ends
        return self.head(mean)[:, 0]
