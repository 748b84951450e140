"""Markdown pages."""
