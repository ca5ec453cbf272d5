"""The properties of an XMP packet, read without trusting it: no entity, nothing fetched."""

from collections.abc import Iterator

from lxml import etree

LARGEST = 1 << 20
"""Bytes of a packet that is read."""
DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
EXIF = "http://ns.adobe.com/exif/1.0/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DESCRIPTION = f"{{{RDF}}}Description"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Of a text in several languages, the one that is taken.
_LANGUAGES = ("fr-FR", "fr", "x-default")

Properties = dict[str, list[str]]
"""{"{namespace}name": the texts, in their order}."""


def properties(packet: bytes) -> Properties:
    """What the packet says of the picture, its simplest properties alone; nothing of a packet
    that is too large, declares entities, or is no XMP."""
    if len(packet) > LARGEST or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(packet.strip(b"\0 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: Properties = {}
    # A packet broken from its first sign has no root.
    groups = root.iter(f"{{{RDF}}}RDF") if root is not None else ()
    for described in (one for group in groups for one in group.iterchildren(_DESCRIPTION)):
        for name, text in described.attrib.items():
            found.setdefault(str(name), [str(text)])
        for child in described.iterchildren("*"):
            found.setdefault(str(child.tag), list(_texts(child)))
    return found


def _texts(element: etree._Element) -> Iterator[str]:
    """The items of a list, the text of the best language, or the text itself."""
    items = [item for item in element.iter(f"{{{RDF}}}li") if item.text]
    if element.find(f"{{{RDF}}}Alt") is None:
        yield from (item.text or "" for item in items)
        if not items and element.text:
            yield element.text
        return
    spoken = {item.get(_LANGUAGE, ""): item.text or "" for item in reversed(items)}
    chosen = next((spoken[code] for code in _LANGUAGES if code in spoken), None)
    if spoken:
        yield chosen if chosen is not None else items[0].text or ""
