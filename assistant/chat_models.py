"""LangChain's chat models by name, `provider:model`. Nothing else here imports `langchain`.

Keys are read by the provider's own client from the environment variable that the provider names;
they are in no setting, and whatever a client says about them goes nowhere.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Provider:
    """What has to be there for a provider, and what its class calls our limits.

    `module` is the LangChain package; `extra` the extra of this project that brings it; `keys` the
    environment variables of which one holds the key (none: it needs no key). `tokens`, `seconds`
    and `retries` are parameters, "" where there is none.
    """

    module: str
    extra: str = ""
    keys: tuple[str, ...] = ()
    tokens: str = "max_tokens"
    seconds: str = "timeout"
    retries: str = "max_retries"


#: The providers that this project has an extra for. Others of `init_chat_model` work as well, once
#: their package is installed.
PROVIDERS = {
    "openai": Provider("langchain_openai", "openai", ("OPENAI_API_KEY",)),
    "anthropic": Provider("langchain_anthropic", "anthropic", ("ANTHROPIC_API_KEY",)),
    "ollama": Provider("langchain_ollama", "ollama", tokens="num_predict", seconds="", retries=""),
    "google_genai": Provider(
        "langchain_google_genai", "google-genai", ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        tokens="max_output_tokens",
    ),
}  # fmt: skip
#: What stands for the key of a server that asks for none; the client insists on one.
_NO_KEY = "none"


def chat_model(settings: Settings) -> BaseChatModel:
    """The model that the settings name; nothing is sent yet.

    Raises `ModelError` that says what is missing and how to get it.
    """
    name = settings.model or ""
    provider, _, _ = name.partition(":")
    known = PROVIDERS.get(provider, Provider("langchain", seconds="", retries=""))
    _require_package(name, known)
    if known.keys and not settings.model_base_url and not any(map(os.environ.get, known.keys)):
        raise ModelError(
            f"RESUME_MODEL is {name}, and no key is set: put it into the environment as"
            f" {known.keys[0]}."
        )
    # Two seconds to import: only whoever has set a model pays.
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(name, **_parameters(settings, provider, known))
    except ImportError as error:
        raise ModelError(
            f"RESUME_MODEL is {name}, and a package is not installed: {error}".replace("\n", " ")
        ) from None
    except Exception as error:
        # Not the client's own words: they may quote what it was given.
        raise ModelError(
            f"RESUME_MODEL is {name}, and it cannot be set up ({type(error).__name__})."
            f" Name a provider of LangChain's init_chat_model ({', '.join(PROVIDERS)}, ...)"
            " and what it needs."
        ) from None
    return model


def _require_package(name: str, known: Provider) -> None:
    needed = ("langchain", known.module)
    missing = [module for module in needed if importlib.util.find_spec(module) is None]
    if missing:
        command = f"pip install '.[{known.extra}]'" if known.extra else "pip install langchain"
        raise ModelError(
            f"RESUME_MODEL is {name}, and the package {missing[-1].replace('_', '-')} is not"
            f" installed. Run: {command}"
        )


def _parameters(settings: Settings, provider: str, known: Provider) -> dict[str, Any]:
    """Our limits as the provider's class calls them. Retries are ours, so that they are bounded."""
    given: dict[str, Any] = {known.tokens: settings.model_output_tokens}
    if known.seconds:
        given[known.seconds] = settings.model_total_seconds
    if known.retries:
        given[known.retries] = 0
    if settings.model_temperature is not None:
        given["temperature"] = settings.model_temperature
    if settings.model_base_url:
        given["base_url"] = settings.model_base_url
        if provider == "openai":
            # Servers that speak OpenAI's protocol know this name; few know its successor.
            del given[known.tokens]
            given["extra_body"] = {"max_tokens": settings.model_output_tokens}
            given["use_responses_api"] = False
            if not os.environ.get(known.keys[0]):
                given["api_key"] = _NO_KEY
    return given
