"""What an owner can set: one frozen class, each field the environment variable `RESUME_<NAME>`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BeforeValidator,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ingest.errors import SettingsError

PREFIX = "RESUME_"

_CHECKOUT = Path(__file__).resolve().parent.parent


def _home() -> Path:
    """The folder that holds `data/`: the checkout, or where we stand if this is installed apart."""
    return _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path()


def _served() -> Any:
    # One path stands for the tuple that it becomes when the default is checked like any value.
    return _home() / "data" / "resume.md"


def _http_address(text: str) -> str:
    TypeAdapter(AnyHttpUrl).validate_python(text)
    return text


def _paths(given: Any) -> Any:
    """One path, several, or a text that has several as `PATH` has them (`os.pathsep` between)."""
    if isinstance(given, str):
        # A file may well have that sign in its name.
        whole = os.pathsep not in given or Path(given).exists()
        return (given,) if whole else tuple(path for path in given.split(os.pathsep) if path)
    return (given,) if isinstance(given, Path) else given


class Settings(BaseSettings):
    """All settings, read from the environment, checked, and passed on explicitly.

    The descriptions are the README's; a test compares the two. Raises `pydantic.ValidationError`;
    `load` turns that into one line for the user.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid"
    )

    resume: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_paths)] = Field(
        default_factory=_served,
        min_length=1,
        description="the resume that is served; of several files, `:` between them (Windows: `;`)",
    )
    index_dir: Path = Field(
        default_factory=lambda: _home() / "data" / "index",
        description="where indexes are kept; each resume has its own, keyed by its content",
    )
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2+tuning",
        min_length=1,
        description="any sentence-transformers name or folder; the default comes packaged",
    )
    host: str = Field(
        default="127.0.0.1", min_length=1, description="the address that `serve` listens on"
    )
    port: int = Field(
        default=7860, ge=0, le=65535, description="the port of `serve`; 0 takes any free one"
    )
    site_url: Annotated[str, AfterValidator(_http_address)] | None = Field(
        default=None,
        description="address of the site that shows the resume; citations then link to its page",
    )
    max_question_chars: int = Field(
        default=1_000, ge=1, le=100_000, description="the longest question taken, in characters"
    )
    max_file_bytes: int = Field(
        default=10_000_000, ge=1, le=1_000_000_000, description="the largest resume read, in bytes"
    )
    today: date | None = Field(
        default=None, description="the day that durations are counted to, as YYYY-MM-DD"
    )
    debug: bool = Field(default=False, description="`true` shows the details of unexpected errors")

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_variables(cls, values: Any) -> Any:
        # pydantic-settings forbids unknown keys in files, but never looks at variables that no
        # field asks for; a misspelt one would be ignored in silence.
        known = {f"{PREFIX}{name}".upper() for name in cls.model_fields}
        unknown = sorted(
            name
            for name in os.environ
            if name.upper().startswith(PREFIX) and name.upper() not in known
        )
        if unknown:
            raise ValueError(
                f"No such setting: {', '.join(unknown)}. There are {', '.join(sorted(known))}."
            )
        return values

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Settings from `given` and, below it, the environment; those given as None are left out.

        Raises `SettingsError` with one line that names every setting that is wrong.
        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            raise SettingsError(" ".join(map(_line, error.errors()))) from None


def _line(problem: Any) -> str:
    message = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return str(message)
    name = PREFIX + str(problem["loc"][0]).upper()
    return f"{name} is {str(problem['input'])!r}: {message}."
