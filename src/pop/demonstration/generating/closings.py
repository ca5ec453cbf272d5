"""What happens to notices: some are closed with a cause, some were renumbered, some need a word
of context, some were given an address that is not one."""

from pop.demonstration.generating.entries import Entry

CLOSED = "@closed"
_CAUSES = {
    "merimee": ("radiation", "destruction", "doublon"),
    "palissy": ("déclassement", "destruction", "doublon"),
    "mnr": ("restitution",),
    "joconde": ("doublon", "destruction"),
    "museo": ("doublon",),
}


def close(seed: int, entries: list[Entry]) -> None:
    """Close a few of these notices; a double names the one that takes its place."""
    del seed  # which ones are closed goes by their rank alone
    if not entries or entries[0].base not in _CAUSES:
        return
    causes = _CAUSES[entries[0].base]
    step = max(len(entries) // 8, 7)
    for turn, rank in enumerate(range(step - 1, len(entries), step)):
        entry = entries[rank]
        if entry.pictures:
            continue
        cause = causes[turn % len(causes)]
        closed = {"cause": cause, "on": f"{2003 + turn}-0{turn % 9 + 1}-14"}
        if cause == "doublon":
            closed["successor"] = entries[rank - 1].ref
        entry.values[CLOSED] = closed
