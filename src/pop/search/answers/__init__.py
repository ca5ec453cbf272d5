"""What a search finds: hits, facets, suggestions."""
