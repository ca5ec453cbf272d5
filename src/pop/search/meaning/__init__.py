"""What the words of a search mean."""
