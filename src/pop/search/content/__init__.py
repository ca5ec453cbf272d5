"""What the index holds of a notice."""
