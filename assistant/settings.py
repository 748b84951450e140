"""What an owner can set: one frozen class, each field the environment variable `RESUME_<NAME>`."""

from __future__ import annotations

import os
import re
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
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


def _origin(text: str) -> str:
    """The origin as browsers send it: lower case, no port where it is the scheme's own."""
    url = TypeAdapter(AnyHttpUrl).validate_python(text)
    default = {"http": 80, "https": 443}[url.scheme]
    port = f":{url.port}" if url.port not in (None, default) else ""
    more = url.path not in (None, "/") or url.query or url.fragment or url.username
    # It goes into a header among others of its kind, so nothing else may be in it.
    if more or not re.fullmatch(r"[a-z0-9.:\[\]-]+", url.host or ""):
        raise ValueError(f"{text!r} is no origin; write scheme, host and port: https://ada.example")
    return f"{url.scheme}://{url.host}{port}"


def _listed(value: Any) -> Any:
    """What stands between the commas of an environment variable."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


#: So many in so long, several of them apart by semicolons: `10/minute;100/day`.
_RATE = r"^[1-9]\d{0,8}/(second|minute|hour|day)(;[1-9]\d{0,8}/(second|minute|hour|day))*$"

Origin = Annotated[str, AfterValidator(_origin)]
Network = Annotated[
    IPv4Network | IPv6Network, BeforeValidator(lambda text: ip_network(text, strict=False))
]


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
    allowed_origins: Annotated[tuple[Origin, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=(),
        description="sites that may show the assistant and ask it, as `https://host`, comma between"
        "; none but its own by default",
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=(),
        description="addresses or networks of your proxies, comma between; only theirs is the"
        " `X-Forwarded-For` that is believed",
    )
    max_question_chars: int = Field(
        default=1_000, ge=1, le=100_000, description="the longest question taken, in characters"
    )
    max_history_turns: int = Field(
        default=20, ge=0, le=1_000, description="the most earlier turns taken with a question"
    )
    max_history_bytes: int = Field(
        default=16_384,
        ge=0,
        le=10_000_000,
        description="the most that these turns may hold, in bytes of UTF-8",
    )
    max_body_bytes: int = Field(
        default=65_536, ge=1_024, le=100_000_000, description="the largest request taken, in bytes"
    )
    rate_per_address: str = Field(
        default="120/minute",
        pattern=_RATE,
        description="how many questions an address may ask; several with semicolons between:"
        " `120/minute;2000/day`",
    )
    rate_overall: str = Field(
        default="1200/minute",
        pattern=_RATE,
        description="how many questions all may ask together",
    )
    rate_storage: str = Field(
        default="memory://",
        min_length=1,
        description="where these are counted, as a storage URI of the `limits` library",
    )
    max_at_once: int = Field(
        default=4, ge=1, le=1_000, description="how many questions are answered at once"
    )
    max_waiting: int = Field(
        default=500, ge=0, le=100_000, description="how many more may wait for their turn"
    )
    max_wait_seconds: int = Field(
        default=60,
        ge=1,
        le=3_600,
        description="how long a question waits for its turn, or for the assistant to be ready",
    )
    log_questions: bool = Field(
        default=False,
        description="`true` prints each question and what became of it, a JSON line each",
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
