"""Links that only the whole collection can make: a museum in its castle, the two notices of one
building, works photographed, objects told on both sides."""

from pop.demonstration.generating.entries import Entry

Bases = dict[str, list[Entry]]


def connect(bases: Bases) -> None:
    """Write these links in a few notices of each base; the other side is worked out by the store."""
    works, buildings, objects = bases["joconde"], bases["merimee"], bases["palissy"]
    photographs, museums = bases["memoire"], bases["museo"]
    castles = [
        e for e in buildings if e.values["DENO"] in (["château"], ["manoir"], ["hôtel de ville"])
    ]
    for museum, castle in zip(museums[::3], castles[::2], strict=False):
        museum.values["REFMER"] = [castle.ref]
    for museum, thing in zip(museums[1::4], objects[::37], strict=False):
        museum.values["REFPAL"] = [thing.ref]
    facades = [e for e in photographs if e.values.get("REFMUS")]
    for photograph in facades:
        shown = next((m for m in museums if m.ref == photograph.values["REFMUS"][0]), None)
        if shown:
            shown.values.setdefault("REFMEM", []).append(photograph.ref)
    # One in both domains: the Monuments historiques and the Inventaire describe it each.
    studied = [e for e in buildings if e.ref.startswith("IA") and "REFE" not in e.values]
    protected: dict[tuple[str, str], Entry] = {}
    for e in buildings:
        if e.ref.startswith("PA"):
            protected.setdefault((e.values["INSEE"][0], e.values["DENO"][0]), e)
    for e in studied:
        twin = protected.get((e.values["INSEE"][0], e.values["DENO"][0]))
        if twin:
            e.values["RENV"] = [twin.ref]
    for thing, work in zip(objects[7::97], works[5::131], strict=False):
        thing.values["REFJOC"] = [work.ref]
    for thing, museum in zip(objects[9::113], museums * 9, strict=False):
        thing.values["REFMUS"] = [museum.ref]
    for e, work in zip(buildings[4::139], works[9::211], strict=False):
        e.values["REFJOC"] = [work.ref]
    for e, museum in zip(castles[1::9], museums[2::5], strict=False):
        e.values["REFMUS"] = [museum.ref]
    taken = [e for e in photographs if e.values.get("DENO")]
    for photograph, work in zip(taken[::23], works[3::57], strict=False):
        photograph.values["REFJOC"] = [work.ref]
        work.values["REFMEM"] = [photograph.ref]
