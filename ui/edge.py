"""The outer edge: here, and nowhere else, what went wrong becomes a line and an exit code."""

from __future__ import annotations

import functools
import logging
import os
import sys
import warnings
from collections.abc import Callable
from typing import ParamSpec

import typer

from ingest.errors import ResumeAssistantError, SettingsError
from ui.render import plain

FAILED = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells count
NO_READER = 141  # 128 + SIGPIPE

P = ParamSpec("P")


def prepare_streams() -> None:
    """Let both streams take any character in any locale, and keep libraries' chatter off them.

    Libraries warn and log for developers; a user gets our own lines only. `python -W` and the
    setting `debug` bring the rest back.
    """
    for stream in (sys.stdout, sys.stderr):
        # What UTF-8 cannot carry (half a surrogate pair) is shown as an escape.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
    logging.getLogger("ui").addHandler(logging.StreamHandler())


def show_details() -> None:
    """Let everybody log after all."""
    logging.basicConfig(level=logging.INFO, force=True)
    logging.getLogger("ui").setLevel(logging.DEBUG)


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Wrap a command so that every failure ends as one line on standard error and an exit code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except ResumeAssistantError as error:
            raise _failure(str(error)) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader left (`| head`). Python flushes again at its end: let that go nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(NO_READER) from None
        except (typer.Exit, typer.BadParameter):
            raise
        except Exception as error:
            if _debugging():
                raise
            raise _failure(_unforeseen(error)) from None

    return run


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        # What the machine refuses at a place that nobody foresaw: a full disk, mostly.
        return f"{error.filename or 'The output'} cannot be used: {error.strerror}."
    return (
        f"Unexpected {type(error).__name__}: {error}. Please report it;"
        " RESUME_DEBUG=true shows the details."
    )


def _failure(message: str) -> typer.Exit:
    typer.echo(f"Error: {plain(message)}", err=True)
    return typer.Exit(FAILED)


def _debugging() -> bool:
    # Read here again: what went wrong may have happened before the settings were read.
    from assistant.settings import Settings

    try:
        return Settings.load().debug
    except SettingsError:
        return False
