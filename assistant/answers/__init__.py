"""Offline answers, one module a family of questions. Each maps intents to functions that draft.

A drafter takes the `Context` and the `Part` and returns a `Draft`, or None where the resume has
nothing of the kind that it computes, so that the evidence decides.
"""
