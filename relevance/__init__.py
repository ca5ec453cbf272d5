"""Judged queries: what people type, what they want first, and how near the search comes."""
