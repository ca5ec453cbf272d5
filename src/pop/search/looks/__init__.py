"""Pictures by what they look like."""
