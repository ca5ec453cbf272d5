"""The full-text engine, and our queries in its own."""
