"""The layers of a BERT, run over texts of any lengths one behind the other.

The library fills texts of a batch up to the longest. Where the processor multiplies in bfloat16
(Kalamkar et al., arXiv 1905.12322) the layers run in that, in a third to half of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any


def has_bfloat16() -> bool:
    """Whether the processor multiplies numbers in bfloat16 itself; else that would be slower."""
    import torch

    asked: Any = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(asked and asked())


@dataclass(frozen=True)
class Layers:
    """What a BERT makes of word pieces: its word vectors, then its layers in some precision."""

    embeddings: Any
    each: tuple[_Layer, ...]
    precision: Any

    @classmethod
    def of(cls, bert: Any, *, bfloat16: bool) -> Layers:
        """Those of a model of transformers, with which they share what is of one precision."""
        import torch

        precision = torch.bfloat16 if bfloat16 else torch.float32
        heads = bert.config.num_attention_heads
        each = (_Layer.of(layer, heads, precision) for layer in bert.encoder.layer)
        return cls(bert.embeddings, tuple(each), precision)

    @property
    def size(self) -> int:
        """Numbers in the vector of a piece."""
        return self.each[0].size

    def run(self, texts: Sequence[Sequence[Sequence[int]]]) -> Sequence[Any]:
        """The vectors of the pieces of each text, a float32 tensor [pieces, size].

        A text is one run of numbers of pieces, or two that are read together.
        """
        import torch

        sizes = [sum(map(len, runs)) for runs in texts]
        ids = [piece for runs in texts for run in runs for piece in run]
        second = [at for runs in texts for at, run in enumerate(runs) for _ in run]
        places = [place for size in sizes for place in range(size)]
        with torch.inference_mode():
            hidden = self.embeddings(
                input_ids=torch.tensor([ids]),
                token_type_ids=torch.tensor([second]),
                position_ids=torch.tensor([places]),
            )[0].to(self.precision)
            for layer in self.each:
                hidden = layer(hidden, sizes)
            read: Sequence[Any] = hidden.float().split(sizes)
        return read


#: A weight and a bias, of a norm.
_Norm = tuple[Any, Any]
#: A weight times pieces, and a bias added.
_Linear = Callable[[Any], Any]
#: Pieces for which weights are laid out; for many more it makes no difference.
_FEW = 16


def _linear(*modules: Any, precision: Any) -> _Linear:
    """The linear modules one below the other, as one.

    Where torch has oneDNN the weight is laid out for it once, as torch.compile would do, not in
    each call: a few pieces take two thirds of the time so in bfloat16, two fifths in float32.
    """
    import torch
    from torch.nn.functional import linear

    weight, bias = (
        torch.cat([getattr(module, name).detach() for module in modules]).to(precision)
        for name in ("weight", "bias")
    )
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return lambda pieces: linear(pieces, weight, bias)
    packed = torch.ops.mkldnn._reorder_linear_weight(weight, _FEW)
    run = torch.ops.mkldnn._linear_pointwise.default
    return lambda pieces: run(pieces, packed, bias, "none", [], "")


@dataclass(frozen=True)
class _Layer:
    """One layer of BERT (Devlin et al., arXiv 1810.04805).

    Only where pieces look at each other each text is by itself: eight lines of a resume take two
    thirds of the time so that they take filled up to the longest.
    """

    heads: int
    size: int
    #: What is added before a square root in the norms.
    epsilon: float
    #: From a piece to what it asks of others, is found by, and says: 3 x size numbers.
    looking: _Linear
    looked: _Linear
    looked_norm: _Norm
    inner: _Linear
    outer: _Linear
    outer_norm: _Norm

    @classmethod
    def of(cls, layer: Any, heads: int, precision: Any) -> _Layer:
        """The layer of a model of transformers."""
        of = partial(_linear, precision=precision)

        def norm(module: Any) -> _Norm:
            return module.weight.detach().to(precision), module.bias.detach().to(precision)

        attention, last = layer.attention, layer.output.LayerNorm
        return cls(
            heads,
            last.normalized_shape[0],
            last.eps,
            of(attention.self.query, attention.self.key, attention.self.value),
            of(attention.output.dense),
            norm(attention.output.LayerNorm),
            of(layer.intermediate.dense),
            of(layer.output.dense),
            norm(last),
        )

    def __call__(self, hidden: Any, sizes: list[int]) -> Any:
        """The layer's output, [pieces, size], of texts of these sizes."""
        import torch
        from torch.nn.functional import gelu, layer_norm

        shape, epsilon = (self.size,), self.epsilon
        # Pieces look at each other in float32: bfloat16 has no quick way for matrices so small.
        seen = torch.cat(
            [self._seen(text) for text in self.looking(hidden).float().split(sizes)]
        ).to(hidden.dtype)
        hidden = layer_norm(hidden + self.looked(seen), shape, *self.looked_norm, epsilon)
        outer = self.outer(gelu(self.inner(hidden)))
        return layer_norm(hidden + outer, shape, *self.outer_norm, epsilon)

    def _seen(self, text: Any) -> Any:
        """What the pieces of one text see of each other, [pieces, size], as they are `looking`."""
        from torch.nn.functional import scaled_dot_product_attention

        shape = (1, -1, 3, self.heads, self.size // self.heads)
        seen: Any = scaled_dot_product_attention(*text.view(shape).permute(2, 0, 3, 1, 4))
        return seen[0].transpose(0, 1).reshape(-1, self.size)
