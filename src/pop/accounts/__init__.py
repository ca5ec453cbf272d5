"""Who may do what: actors, and the rules over them."""
