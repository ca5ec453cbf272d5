"""SKOS in RDF/XML: the ways programs write it, and those who mean harm."""

import pytest

from pop.vocabulary import hierarchy
from pop.vocabulary.scheme import Entry, Scheme, Unusable
from tests.vocabulary.conftest import Read, kinds

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:skos="http://www.w3.org/2004/02/skos/core#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/"
 xmlns:xl="http://www.w3.org/2008/05/skos-xl#"
 xmlns:iso-thes="http://purl.org/iso25964/skos-thes#"
 xmlns:owl="http://www.w3.org/2002/07/owl#" xml:base="http://exemple.fr/">"""
PLAIN = (
    HEAD
    + """
<skos:ConceptScheme rdf:about="v">
 <dc:title>Récipients</dc:title><dc:rights>CC-BY</dc:rights><dc:language>fr-FR</dc:language>
 <dct:modified>2024-02-03</dct:modified><skos:hasTopConcept rdf:resource="1"/>
</skos:ConceptScheme>
<skos:Concept rdf:about="1">
 <skos:prefLabel xml:lang="fr-fr">récipient</skos:prefLabel>
 <skos:prefLabel xml:lang="en">vessel</skos:prefLabel>
 <iso-thes:status>1</iso-thes:status>
 <skos:narrower rdf:resource="2"/>
</skos:Concept>
<skos:Concept rdf:about="2">
 <skos:prefLabel xml:lang="fr">cruche</skos:prefLabel>
 <skos:altLabel xml:lang="fr">pichet</skos:altLabel>
 <skos:hiddenLabel xml:lang="fr">pichait</skos:hiddenLabel>
 <skos:related rdf:resource="3"/>
 <skos:exactMatch rdf:resource="http://ailleurs.fr/9"/>
 <skos:definition xml:lang="fr">Récipient à anse
  et à bec.</skos:definition>
 <skos:scopeNote rdf:parseType="Resource"><rdf:value>Pour les liquides</rdf:value></skos:scopeNote>
</skos:Concept>
<skos:Concept rdf:about="3">
 <skos:prefLabel xml:lang="fr">gargoulette</skos:prefLabel>
 <iso-thes:broaderGeneric rdf:resource="http://exemple.fr/2"/>
</skos:Concept>
</rdf:RDF>
"""
)


def entries(scheme: Scheme) -> dict[str, Entry]:
    return {entry.preferred("fr"): entry for entry in scheme.entries}


def tree(scheme: Scheme) -> dict[str, set[str]]:
    above = hierarchy.parents(scheme)
    names = [entry.preferred("fr") for entry in scheme.entries]
    return {names[place]: {names[each] for each in own} for place, own in enumerate(above)}


def test_everything_is_read(read: Read) -> None:
    scheme = read(PLAIN)
    assert (scheme.title, scheme.uri) == ("Récipients", "http://exemple.fr/v")
    assert (scheme.licence, scheme.language, scheme.version) == ("CC-BY", "fr", "2024-02-03")
    assert tree(scheme) == {
        "récipient": set(),
        "cruche": {"récipient"},
        "gargoulette": {"cruche"},
    }
    jug = entries(scheme)["cruche"]
    assert jug.line == PLAIN[: PLAIN.index('rdf:about="2"')].count("\n") + 1
    assert jug.labels == [
        ("pref", "fr", "cruche"),
        ("alt", "fr", "pichet"),
        ("hidden", "fr", "pichait"),
    ]
    assert jug.relations == [
        ("related", "http://exemple.fr/3"),
        ("exactMatch", "http://ailleurs.fr/9"),
    ]
    assert jug.notes == [
        ("definition", "fr", "Récipient à anse et à bec."),
        ("scopeNote", "", "Pour les liquides"),
    ]
    assert entries(scheme)["récipient"].labels[0] == ("pref", "fr", "récipient")
    assert scheme.findings == []


def test_the_same_graph_nested_abbreviated_or_by_reference(read: Read) -> None:
    scheme = read(
        HEAD
        + """
<rdf:Description rdf:about="1" skos:prefLabel="récipient" xml:lang="fr">
 <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
 <skos:narrower><skos:Concept rdf:about="2">
  <skos:prefLabel xml:lang="fr">cruche</skos:prefLabel>
  <skos:broader><skos:Concept rdf:about="4">
   <skos:prefLabel>vaisselle</skos:prefLabel>
  </skos:Concept></skos:broader>
 </skos:Concept></skos:narrower>
</rdf:Description>
<rdf:Description rdf:about="3">
 <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
 <xl:prefLabel rdf:nodeID="a"/><xl:altLabel rdf:nodeID="b"/>
 <skos:broader rdf:resource="2"/>
 <skos:note rdf:parseType="Literal">En <b>terre</b> cuite</skos:note>
</rdf:Description>
<xl:Label rdf:nodeID="a"><xl:literalForm xml:lang="fr">gargoulette</xl:literalForm></xl:Label>
<xl:Label rdf:nodeID="b"><xl:literalForm xml:lang="fr">alcarazas</xl:literalForm></xl:Label>
</rdf:RDF>"""
    )
    assert tree(scheme) == {
        "récipient": set(),
        "cruche": {"récipient", "vaisselle"},
        "gargoulette": {"cruche"},
        "vaisselle": set(),
    }
    assert entries(scheme)["gargoulette"].labels == [
        ("pref", "fr", "gargoulette"),
        ("alt", "fr", "alcarazas"),
    ]


def test_what_is_odd_is_said(read: Read) -> None:
    scheme = read(
        HEAD
        + """
<skos:Concept rdf:about="1">
 <skos:prefLabel xml:lang="fr">cruche</skos:prefLabel>
 <skos:prefLabel xml:lang="fr">pichet</skos:prefLabel>
 <skos:broader rdf:resource="99"/>
 <owl:deprecated>true</owl:deprecated>
</skos:Concept>
<skos:Concept rdf:about="2"><skos:altLabel xml:lang="fr">vase</skos:altLabel></skos:Concept>
<skos:Concept rdf:about="3"><skos:prefLabel xml:lang="fr">Cruche</skos:prefLabel></skos:Concept>
<skos:Collection rdf:about="4"><skos:prefLabel>formes</skos:prefLabel></skos:Collection>
</rdf:RDF>"""
    )
    hierarchy.parents(scheme)
    assert kinds(scheme) == {
        "second terme préféré dans une langue": [8],
        "concept déprécié, gardé": [8],
        "concept sans terme préféré": [14],
        "groupe de concepts, laissé de côté": [16],
        "homonymes, gardés à part": [8],
        hierarchy.ORPHAN: [8],
    }
    assert scheme.entries[0].labels == [("pref", "fr", "cruche"), ("alt", "fr", "pichet")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings_that_xml_announces(read: Read, encoding: str) -> None:
    announced = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    text = PLAIN.replace('encoding="UTF-8"', f'encoding="{announced}"')
    assert list(tree(read(text.encode(encoding)))) == ["récipient", "cruche", "gargoulette"]


def test_xml_that_lies_on_its_encoding_is_mended_and_said(read: Read) -> None:
    scheme = read(PLAIN.encode("cp1252"))
    assert "récipient" in tree(scheme)
    assert list(kinds(scheme)) == ["encodage annoncé UTF-8, en fait Windows-1252"]


def _hostile(doctype: str, label: str = "&a;") -> str:
    return (PLAIN.replace("<rdf:RDF", f"<!DOCTYPE rdf:RDF [{doctype}]>\n<rdf:RDF", 1)).replace(
        "pichet", label
    )


@pytest.mark.parametrize(
    "doctype",
    [
        '<!ENTITY b "lol"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY a PUBLIC "x" "http://exemple.fr/x">',
        '<!ENTITY % p SYSTEM "http://exemple.fr/x.dtd"> %p;',
        '<!ENTITY a "<skos:altLabel>x</skos:altLabel>">',
        f'<!ENTITY a "{"x" * 5000}">',
    ],
)
def test_entities_that_nest_fetch_or_swell_are_refused(read: Read, doctype: str) -> None:
    with pytest.raises(Unusable, match="entité"):
        read(_hostile(doctype))


def test_plain_entities_of_namespaces_are_read(read: Read) -> None:
    scheme = read(_hostile('<!ENTITY a "aiguière">'))
    assert ("alt", "fr", "aiguière") in entries(scheme)["cruche"].labels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PLAIN.replace("</rdf:RDF>", ""), "mal formé"),
        (PLAIN.replace("pichet", "&inconnue;"), "mal formé"),
        ("<?xml version='1.0'?><html><body/></html>", "pas du RDF"),
        ("<!DOCTYPE html><html><p>x</p></html>", "pas du RDF"),
        (HEAD + "</rdf:RDF>", "aucun concept"),
        (HEAD + "<a><b>" * 80 + "</b></a>" * 80 + "</rdf:RDF>", "imbriqués"),
        (PLAIN.replace("pichet", "x" * 200_000), "texte de plus de"),
        (PLAIN.replace('encoding="UTF-8"', 'encoding="martien"'), "encodage"),
    ],
)
def test_what_cannot_be_read_says_why(read: Read, text: str, words: str) -> None:
    with pytest.raises(Unusable, match=words):
        read(text)
