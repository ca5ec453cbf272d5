"""What is asked: one query, in the address bar, in JSON, in words."""
