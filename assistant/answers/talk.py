"""Fixed words for what is no question about the person."""

from __future__ import annotations

from assistant.answers.context import Context
from assistant.compose import Draft, Sentence, answered, declined


def _worth_asking(context: Context) -> str:
    asked = [f"“{question}”" for question in context.worth_asking]
    return f" You could ask {' or '.join(asked)}" if asked else ""


def decline(context: Context) -> Draft:
    """One line, with what can be asked."""
    whom = "this person" if context.resume.name is None else context.resume.name.text
    return declined(f"I only answer questions about {whom}'s resume.{_worth_asking(context)}")


def greet(context: Context) -> Draft:
    """A short human reply and two things worth asking; not a refusal."""
    whom = "this resume" if context.resume.name is None else f"{context.resume.name.text}'s resume"
    return answered(Sentence(f"Hello! I answer questions about {whom}.{_worth_asking(context)}"))


def thank(context: Context) -> Draft:
    """A short human reply."""
    return answered(Sentence(f"You're welcome.{_worth_asking(context)}"))
