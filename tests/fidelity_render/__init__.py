"""Renders the resumes of `tests/fixtures/fidelity` to files as people lay them out.

A resume (JSON Resume, the truth) and a habit (how somebody lays out theirs) make a page: headings,
lines with something at the right edge, bullets, dates in a column of their own. Each format's
module writes the page as a file. What stands on the page is known to the word, so that the reader
can be held to it.
"""
