"""What the cross-encoder learns first: which line of a resume answers a question.

Question and line are read together by the layers of the tuned embedding model, which are trained on
so that of the lines of one resume those that answer are told from those that only look like it; a
fixed logit of 0 stands for "no line answers" and is the right choice for questions without an
answer (a softmax with a null choice, as reading comprehension does it: Devlin et al., arXiv
1810.04805, section 4.3). The lines that are compared are those that the embedding model takes to be
nearest, as in use. Two small layers make a logit of the mean of the tokens. What it learns next is
in `assistant/training/answers.py`.

On a GPU it takes minutes, on two cores some three hours.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.cross_encoder import ANSWER_TOKENS, FILE, HEAD, QUESTION_TOKENS
from assistant.training.layers import factors, fewer_bits, new_head, schedule, to_train
from assistant.training.material import Asked, TrainingResume, for_cross_encoder, for_judge
from assistant.tuned_layers import piece_ids
from ingest.embeddings import Embedder, add_differences

_EPOCHS = 5
_RATE = 5e-5
_DROPOUT = 0.1
#: Questions in a step; the nearest lines of each that are drawn from, and how many are drawn of
#: them and of the rest.
_QUESTIONS, _HARD, _HARD_DRAWN, _EASY_DRAWN = 64, 8, 5, 2
#: Lines of a resume, nearest first, that are drawn from at all; answering lines that are drawn.
_NEAREST, _ANSWERS = 24, 2
#: Groups of like length that what is read in one step is parted into, of so many pairs at least.
_GROUPS, _TOGETHER = 6, 8
#: Rank of the differences that are kept.
_RANK = 64

_Ids = list[int]


@dataclass(frozen=True)
class _Task:
    """A question, the lines that answer it and the nearest others, as numbers of pieces."""

    question: _Ids
    answers: tuple[_Ids, ...]
    others: tuple[_Ids, ...]


class Reader:
    """The layers and the head that are trained, on the GPU if there is one."""

    def __init__(self, embedder: Embedder, begun: Path | None = None) -> None:
        """Layers and head as `begun` has them, or those of the embedding model and a new head."""
        import torch

        self.loaded = embedder.load()
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        model: Any = self.loaded.model[0]
        self.base = model.auto_model
        bert = to_train(self.base, _DROPOUT)
        kept = add_differences(bert, begun) if begun else {}
        bert.to(self.device)
        self.bert = bert
        size: int = bert.config.hidden_size
        self.head = new_head(size, _DROPOUT).to(self.device)
        for name, value in self.head.named_parameters():
            if kept:
                value.data.copy_(torch.from_numpy(kept[f"{HEAD}.{name}"]))

    def ids(self, text: str, most: int) -> _Ids:
        """The numbers of a text's pieces, its start and end among them."""
        return piece_ids(self.loaded.counter, text, most)

    def logits(self, pairs: Sequence[tuple[_Ids, _Ids]]) -> Any:
        """One number for each question and line, [pairs]; those of like length are read together.

        Padded to the longest of all, they would take four times as long on two cores.
        """
        import torch

        order = sorted(range(len(pairs)), key=lambda at: sum(map(len, pairs[at])))
        size = max(_TOGETHER, -(-len(order) // _GROUPS))
        groups = [order[start : start + size] for start in range(0, len(order), size)]
        read = torch.cat([self._logits([pairs[at] for at in group]) for group in groups])
        return read[torch.tensor(order, device=self.device).argsort()]

    def _logits(self, pairs: Sequence[tuple[_Ids, _Ids]]) -> Any:
        import torch

        whole = [[*question, *line[1:]] for question, line in pairs]
        size = max(map(len, whole))
        ids = torch.tensor([one + [0] * (size - len(one)) for one in whole], device=self.device)
        ends = torch.tensor([[len(one)] for one in whole], device=self.device)
        begins = torch.tensor([[len(question)] for question, _ in pairs], device=self.device)
        at = torch.arange(size, device=self.device)[None]
        there = at < ends
        with fewer_bits(self.device):
            hidden = self.bert(
                input_ids=ids,
                attention_mask=there.long(),
                token_type_ids=(there & (at >= begins)).long(),
            ).last_hidden_state
        mean = (hidden.float() * there[..., None]).sum(1) / ends
        return self.head(mean)[:, 0]


def nearest_lines(resume: TrainingResume, embedder: Embedder) -> Iterator[tuple[Asked, list[int]]]:
    """Each question of a resume, and its lines, nearest first as the embedding model has it.

    Of a line of the pairs only that is known which questions it does not answer itself: of such a
    question there is but that line.
    """
    vectors = embedder.encode(resume.lines)
    words = embedder.encode_tokens(resume.lines)
    if words is None:
        raise ValueError("the default embedding model tells its tokens")
    for asked in resume.asked:
        if asked.near and not asked.answers:
            yield asked, list(asked.near)
            continue
        read = embedder.read(asked.question)
        score = vectors @ read.vector + words.nearest(read.tokens).mean(axis=0)
        yield asked, np.argsort(-score).tolist()[:_NEAREST]


def tasks(reader: Reader, embedder: Embedder, resumes: Sequence[TrainingResume]) -> list[_Task]:
    """Every question with its lines, nearest first."""
    found: list[_Task] = []
    for resume in resumes:
        lines = [reader.ids(line, ANSWER_TOKENS) for line in resume.lines]
        for asked, nearest in nearest_lines(resume, embedder):
            answers = tuple(lines[number] for number in asked.answers)
            others = tuple(lines[number] for number in nearest if number not in asked.answers)
            question = reader.ids(asked.question, QUESTION_TOKENS)
            found.append(_Task(question, answers, others))
    return found


def loss_of(reader: Reader, chosen: Sequence[_Task], source: random.Random) -> Any:
    """The mean of what the right choice among the drawn lines and "none" still lacks."""
    import torch

    pairs: list[tuple[_Ids, _Ids]] = []
    rows: list[tuple[int, int, int]] = []
    for task in chosen:
        answers = source.sample(task.answers, min(len(task.answers), _ANSWERS))
        hard = task.others[:_HARD]
        order = source.sample(range(len(hard)), min(len(hard), _HARD_DRAWN))
        rest = [line for at, line in enumerate(task.others) if at not in order]
        drawn = [hard[at] for at in order] + source.sample(rest, min(len(rest), _EASY_DRAWN))
        rows.append((len(pairs), len(answers), len(answers) + len(drawn)))
        pairs += [(task.question, line) for line in (*answers, *drawn)]
    logits = reader.logits(pairs)
    total = logits.new_zeros(())
    for first, answers_drawn, count in rows:
        choices = torch.cat([logits[first : first + count], logits.new_zeros(1)])
        share = torch.log_softmax(choices, dim=0)
        right = share[:answers_drawn] if answers_drawn else share[-1:]
        total = total - torch.logsumexp(right, dim=0)
    return total / len(rows)


def train(reader: Reader, found: list[_Task]) -> None:
    """Adjust the layers and the head."""
    import torch

    source = random.Random(0)  # noqa: S311
    torch.manual_seed(0)
    steps = _EPOCHS * len(found) // _QUESTIONS
    trained = [*reader.bert.encoder.parameters(), *reader.head.parameters()]
    optimiser = torch.optim.AdamW(trained, lr=_RATE, weight_decay=0.01)
    rate = schedule(optimiser, steps)
    reader.bert.train()
    reader.head.train()
    begun, running = time.time(), 0.0
    order: list[_Task] = []
    for step in range(steps):
        if len(order) < _QUESTIONS:
            order = source.sample(found, len(found))
        batch, order = order[:_QUESTIONS], order[_QUESTIONS:]
        loss = loss_of(reader, batch, source)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        rate.step()
        lacks = float(loss.detach())
        running = 0.95 * running + 0.05 * lacks if step else lacks
        if step % 50 == 49:
            print(
                f"{step + 1}/{steps}: loss {running:.3f}, {time.time() - begun:.0f} s", flush=True
            )


def report(reader: Reader, found: Sequence[_Task]) -> None:
    """Print how questions with and without an answer are told apart by their nearest lines."""
    import torch

    reader.bert.eval()
    reader.head.eval()
    highest: dict[bool, list[float]] = {True: [], False: []}
    with torch.inference_mode():
        for task in found:
            lines = [*task.answers, *task.others][:_HARD]
            best = float(reader.logits([(task.question, line) for line in lines]).max())
            highest[bool(task.answers)].append(best)
    yes, no = (np.array(highest[answered]) for answered in (True, False))
    told = (yes[:, None] > no[None, :]).mean()
    print(f"{len(found)} questions of other resumes: told apart {told:.3f}", flush=True)


def taught_lines(embedder: Embedder) -> Reader:
    """A reader trained on lines; how it tells them is reported of the judgement's resumes."""
    reader = Reader(embedder)
    train(reader, tasks(reader, embedder, for_cross_encoder()))
    report(reader, tasks(reader, embedder, for_judge()))
    return reader


def write(reader: Reader) -> None:
    """Keep what was learned: the differences to the tuned weights at a low rank, and the head."""
    kept: dict[str, np.ndarray] = {}
    base = dict(reader.base.named_parameters())
    for name, value in reader.bert.cpu().named_parameters():
        if name.startswith("encoder."):
            kept |= factors(name, (value - base[name]).detach(), _RANK)
    for name, value in reader.head.cpu().named_parameters():
        kept[f"{HEAD}.{name}"] = value.detach().numpy().astype(np.float16)
    np.savez_compressed(FILE, allow_pickle=False, **kept)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.1f} MB")
