"""POP, Plateforme ouverte du patrimoine."""
