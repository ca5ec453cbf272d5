"""The index kept after the store."""
