"""Errors that a user can cause or mend. Only the outer edge (command line, HTTP) prints them.

    ResumeAssistantError        one clear line: what is wrong, where, what to do
      ResumeFileError           the resume cannot be read
        UnsupportedFormatError  no reader knows this format
      IndexStoreError           the index cannot be built, opened or written
      ModelError                a model is missing, or not what it should be
      QuestionError             the question, or a file of questions, cannot be taken
      SettingsError             a setting is unknown or out of bounds
      ServerError               the server cannot start

Anything else that is raised is a bug.
"""

from __future__ import annotations


class ResumeAssistantError(Exception):
    """Base of all errors whose message is written for the user: a single line, no jargon."""


class ResumeFileError(ResumeAssistantError):
    """The resume cannot be read: missing, empty, too large, binary, or not what it claims."""


class UnsupportedFormatError(ResumeFileError):
    """No reader knows the format of the file."""


class IndexStoreError(ResumeAssistantError):
    """The index cannot be built, opened or written."""


class ModelError(ResumeAssistantError):
    """A model, or what it needs, is missing, damaged or not what was asked for."""


class QuestionError(ResumeAssistantError):
    """The question is empty or too long, or a file of questions is broken."""


class SettingsError(ResumeAssistantError):
    """A setting is unknown, malformed or out of bounds."""


class ServerError(ResumeAssistantError):
    """The server cannot start: its address is taken or not ours."""
