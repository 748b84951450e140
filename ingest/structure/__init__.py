"""Blocks become a resume: sections, entries, roles, dates, places, contacts.

Knows nothing of file formats; every reader of laid-out text ends here.
"""
