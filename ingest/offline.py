"""Keeps the libraries below us from calling home. Nothing here imports them."""

from __future__ import annotations

import os

# Each line: who reads the variable, as their own documentation names it.
_SILENCE = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "GRADIO_ANALYTICS_ENABLED": "False",  # Gradio: usage and version check
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, transformers, sentence-transformers
    "DO_NOT_TRACK": "1",  # huggingface_hub, and whoever else honours it
}


def silence_telemetry() -> None:
    """Turn the telemetry of every dependency off. Call before the first of them is imported.

    What the owner has set otherwise stays: these are defaults for the environment.
    """
    for name, value in _SILENCE.items():
        os.environ.setdefault(name, value)
