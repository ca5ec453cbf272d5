"""Who acts when a command is run by hand, until people sign in."""

import getpass

from pop.accounts.permissions import Actor, Kind, Role


def operator() -> Actor:
    """Whoever runs the program: it may do all that an administrator may."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "opérateur"
    return Actor(Kind.OPERATOR, f"opérateur {name}", roles=frozenset({Role.ADMINISTRATOR}))
