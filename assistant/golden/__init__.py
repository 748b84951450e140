"""Golden questions: read from a file, or written for any resume."""
