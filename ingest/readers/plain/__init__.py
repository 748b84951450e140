"""Plain text, the last resort."""
