"""What trainings of layers share: a copy to train, its learning rate, and what is kept of it."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from ingest.layers import has_bfloat16


def to_train(base: Any, dropout: float) -> Any:
    """A copy of a model of which only the layers are trained, with this dropout."""
    import torch

    bert = copy.deepcopy(base)
    for module in bert.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = dropout
    bert.requires_grad_(False)
    bert.encoder.requires_grad_(True)
    return bert


def fewer_bits(device: str) -> Any:
    """Multiplying in bfloat16, where the device does: a processor that does not is slower by it."""
    import torch

    does = device != "cpu" or has_bfloat16()
    return torch.autocast(device, dtype=torch.bfloat16, enabled=does)


def new_head(size: int, dropout: float) -> Any:
    """Two layers that make one number of the mean of the tokens, a vector of `size`."""
    import torch

    return torch.nn.Sequential(
        torch.nn.Linear(size, size),
        torch.nn.Tanh(),
        torch.nn.Dropout(dropout),
        torch.nn.Linear(size, 1),
    )


def schedule(optimiser: Any, steps: int, least: float = 0.02) -> Any:
    """A learning rate that rises for a tenth of the steps and falls to `least` of itself."""
    import torch

    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / (0.1 * steps + 1)) * max(least, 1 - step / steps)
    )


def factors(key: str, change: Any, rank: int) -> dict[str, np.ndarray]:
    """A learned difference as it is kept: two float16 factors of a matrix, a vector whole."""
    import torch

    if change.ndim != 2:
        return {key: change.numpy().astype(np.float16)}
    left, middle, right = torch.linalg.svd(change, full_matrices=False)
    root = middle[:rank].sqrt()
    return {
        f"{key}|left": (left[:, :rank] * root).numpy().astype(np.float16),
        f"{key}|right": (root[:, None] * right[:rank]).numpy().astype(np.float16),
    }


def cut(key: str, value: Any, base: Any, rank: int) -> dict[str, np.ndarray]:
    """The factors of what a parameter has learned; it is left as these make it."""
    import torch

    parts = factors(key, (value - base).detach(), rank)
    if len(parts) == 2:
        left, right = (torch.from_numpy(part).float() for part in parts.values())
        value.data.copy_(base + left @ right)
    return parts
