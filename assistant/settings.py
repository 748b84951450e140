"""What an owner can set: one frozen class, each field the environment variable `RESUME_<NAME>`."""

from __future__ import annotations

import os
import re
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

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

_PROVIDER = re.compile(r"[a-z][a-z0-9_]*")
#: Settings in which somebody may have put a key by mistake: what they hold is not repeated.
_UNTOLD = frozenset({"model", "model_base_url"})

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


def _model_name(text: str) -> str:
    provider, colon, model = text.partition(":")
    if not (colon and model.strip() and _PROVIDER.fullmatch(provider)):
        raise ValueError("write it as provider:model, like openai:gpt-5-mini")
    return text


def _bare_address(text: str) -> str:
    if urlsplit(_http_address(text)).username is not None:
        raise ValueError(
            "leave the user and password out; keys belong into the provider's variable"
        )
    return text


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
    model: Annotated[str, AfterValidator(_model_name)] | None = Field(
        default=None,
        description="a chat model that words the answers, as provider:model; none: offline",
    )
    model_base_url: Annotated[str, AfterValidator(_bare_address)] | None = Field(
        default=None,
        description="address of the server that has the model, in place of the provider's own",
    )
    model_temperature: float | None = Field(
        default=None,
        ge=0,
        le=2,
        description="how freely the model words; none: as its provider has it",
    )
    model_prompt_tokens: int = Field(
        default=8_000,
        ge=500,
        le=1_000_000,
        description="the longest prompt, in tokens; of a resume that is longer, what bears most on"
        " the question",
    )
    model_output_tokens: int = Field(
        default=400, ge=16, le=32_000, description="the longest reply of the model, in tokens"
    )
    model_first_token_seconds: float = Field(
        default=10, gt=0, le=600, description="how long the first word of the model is waited for"
    )
    model_total_seconds: float = Field(
        default=30, gt=0, le=1_200, description="how long the model may take in all"
    )
    model_retries: int = Field(
        default=1, ge=0, le=5, description="how often a call that failed in passing is tried again"
    )
    model_repairs: int = Field(
        default=1,
        ge=0,
        le=1,
        description="whether a reply of which nothing holds goes back to the model once; 0: never",
    )
    model_answers_a_day: int = Field(
        default=500, ge=0, le=10_000_000, description="questions put to the model in a day"
    )
    model_tokens_a_day: int = Field(
        default=2_000_000,
        ge=0,
        le=100_000_000_000,
        description="tokens in and out in a day; past a day's limit answers are offline",
    )
    model_money_a_day: float = Field(
        default=2.0, ge=0, le=1_000_000, description="what a day may cost, by the prices below"
    )
    model_price_in: float = Field(
        default=0.0, ge=0, le=100_000, description="price of a million tokens into the model"
    )
    model_price_out: float = Field(
        default=0.0, ge=0, le=100_000, description="price of a million tokens out of it"
    )
    model_budget_file: Path | None = Field(
        default=None,
        description="where the day's costs are kept, so that they outlive a restart; none: in"
        " memory",
    )
    model_failures: int = Field(
        default=3, ge=1, le=1_000, description="failures in a row after which the model rests"
    )
    model_rest_seconds: float = Field(
        default=60, gt=0, le=86_400, description="how long it then rests"
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
    if problem["loc"][0] in _UNTOLD:
        return f"{name} is not right: {message}."
    return f"{name} is {str(problem['input'])!r}: {message}."
