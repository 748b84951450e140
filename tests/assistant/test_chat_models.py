from __future__ import annotations

import importlib.util
from typing import Any

import pytest

from assistant.chat_models import PROVIDERS, chat_model
from assistant.settings import Settings
from ingest.errors import ModelError, SettingsError

KEYS = [key for provider in PROVIDERS.values() for key in provider.keys]


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in KEYS:
        monkeypatch.delenv(key, raising=False)


@pytest.mark.parametrize(
    ("name", "package", "command"),
    [
        ("openai:gpt-5-mini", "langchain_openai", "pip install '.[openai]'"),
        ("anthropic:claude-haiku-4-5", "langchain_anthropic", "pip install '.[anthropic]'"),
        ("ollama:llama3.2", "langchain_ollama", "pip install '.[ollama]'"),
        ("google_genai:gemini-2.5-flash", "langchain_google_genai",
         "pip install '.[google-genai]'"),
    ],
)  # fmt: skip
def test_a_package_that_is_missing_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str, command: str
) -> None:
    found = importlib.util.find_spec

    def find_spec(module: str, *rest: Any) -> Any:
        return None if module == package else found(module, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    with pytest.raises(ModelError) as failed:
        chat_model(Settings.load(model=name))
    message = str(failed.value)
    assert package.replace("_", "-") in message
    assert message.endswith(command)
    assert "\n" not in message


def test_a_key_that_is_missing_is_named_by_its_variable() -> None:
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        chat_model(Settings.load(model="openai:gpt-5-mini"))


def test_a_server_of_ones_own_needs_no_key() -> None:
    model = chat_model(Settings.load(model="openai:x", model_base_url="http://127.0.0.1:1/v1"))
    assert type(model).__name__ == "ChatOpenAI"


def test_a_provider_that_nobody_knows_is_told_in_a_line() -> None:
    with pytest.raises(ModelError, match="nosuch:thing") as failed:
        chat_model(Settings.load(model="nosuch:thing"))
    assert "\n" not in str(failed.value)


def test_limits_are_handed_to_the_client_and_retries_are_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    model: Any = chat_model(
        Settings.load(model="openai:gpt-5-mini", model_output_tokens=77, model_total_seconds=9)
    )
    assert (model.max_tokens, model.request_timeout, model.max_retries) == (77, 9, 0)
    assert "sk-test" not in repr(model)


@pytest.mark.parametrize("wrong", ["gpt-5-mini", "openai:", ":x", "sk-proj-secret", "a b:c"])
def test_a_model_is_named_with_its_provider_and_what_is_typed_instead_is_not_repeated(
    wrong: str,
) -> None:
    with pytest.raises(SettingsError, match="provider:model") as failed:
        Settings.load(model=wrong)
    assert "secret" not in str(failed.value)


def test_an_address_with_a_password_is_refused_without_repeating_it() -> None:
    with pytest.raises(SettingsError, match="RESUME_MODEL_BASE_URL") as failed:
        Settings.load(model="openai:x", model_base_url="https://me:hunter2@host/v1")
    assert "hunter2" not in str(failed.value)
