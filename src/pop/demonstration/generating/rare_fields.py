"""Fields that few notices fill: each is met somewhere, former and internal ones included, so that
every rule of the model has something to act on."""

from typing import Any

from pop.demonstration.generating.chance import dice
from pop.demonstration.generating.entries import Entry

_SITE = "https://demonstration.example"
# Met as often as this among the others, once it has been met for certain.
_OFTEN = 0.006

_HERITAGE: dict[str, Any] = {
    "APPL": "dit la Vieille-Maison", "PARN": ["puits", "four à pain"], "LOCA": "Haute-Valserre ; Valserre ; Montclar-sur-Valsère",
    "PINT": "Intérêt pour l’histoire des techniques.", "THEM": "patrimoine des rivières", "LIENS": [f"{_SITE}/dossier"], "LINHA": [f"{_SITE}/repertoire"],
    "LREG": [f"{_SITE}/regards"], "LMDP": "DEMO/0001", "DOSURLPDF": f"{_SITE}/dossier.pdf",
    "MICR": "00012", "POP_DOSSIER_VERT": "merimee/demonstration/dossier.pdf",
    "POP_ARRETE_PROTECTION": ["merimee/demonstration/arrete.pdf"], "POP_DOSSIER_PROTECTION": ["merimee/demonstration/decision.pdf"], "TOUT": "index de la démonstration", "REFM": "DEMO-REFM",
    "SCLX": ["17"], "WRENV": "voir l’autre notice",
}  # fmt: skip

RARE: dict[str, dict[str, Any]] = {
    "merimee": {
        **_HERITAGE, "ACTU": "salle des fêtes", "REMP": "remploi d’une clef de voûte", "DEPL": "élément déplacé au musée de Montclar", "ENER": ["énergie hydraulique"],
        "VERT": "bosquet ; parterre de broderie", "PREP": ["Un médaillon porte un oiseau sur une branche."], "DIMS": "h = 320 ; la = 180", "TYPO": "maison de tisserand",
        "REMA": "cheminée ; plafond peint", "PAFF": "mise à disposition d’une association", "VISI": ["ouvert au public en été"], "ARCHEO": "9A 001 0004", "AUTP": ["Varenchon Odile (photographe)"],
        "MFICH": "microfiche 12", "RFPA": "TT-0012", "IMG": ["demonstration/vue.jpg"], "VIDEO": "demonstration", "IMAGE": "demonstration/vue.jpg",
        "WEB": "mem/demonstration", "IDAGR": "AGR-0012", "LBASE2": "PA9A000001", "MOSA": "mosaïque d’images", "NBOR": "3", "REFIM": "vue.jpg", "ACMH": "dossier n° 12",
        "ACURL": f"{_SITE}/acmh", "POP_DATE": ["1605"], "PSTA": "partie communale, partie privée", "AFFE": "affectataire cultuel", "HYDR": "Valsère (la)", "INTE": ["à signaler"], "SITE": "abords d’un monument historique",
    },
    "palissy": {
        **_HERITAGE, "PDEN": ["à décor d’applique"], "NART": "2", "PLOC": "revers de la façade", "CANT": "Montclar", "LIEU": "la Combe", "DEPL": "lieu de déplacement : dépôt du diocèse de la démonstration",
        "STRU": ["plan circulaire"], "PREP": "Deux oiseaux affrontés boivent à une vasque.", "PDIM": "dimensions avec le socle", "AFIG": ["Bellorant Antoine (d’après)"], "ATEL": ["atelier de Montclar"],
        "PERS": ["Varenchon (donateur)"], "EXEC": "lieu d’exécution : Valserre, Montclar", "ORIG": "lieu de provenance : abbaye de Salvandard", "PRECISION_JURIDIQUE": "propriété de la commune depuis la Révolution",
        "NINV": "1905-12", "OBS": "À revoir lors du prochain récolement.", "INTE": "à signaler", "ACQU": "don d’une confrérie", "EXPO": "Trésors de l’île, 1986", "BIBL": "Catalogue inventé, 1986, n° 12",
        "SOUR": "Comptes de fabrique, registre 4", "PHOTO": "cliché 12", "DENQ": ["1998"], "DBOR": ["1999"], "RENP": ["dossier peinture 4"], "DOSADRS": "Service de l’inventaire, Montclar-sur-Valsère",
        "WEB": "9A001", "AUTP": "Varenchon Odile", "NUMP": "9A-12", "DOSURL": f"{_SITE}/dossier", "IDAGR": ["AGR-0013"], "IMAGE": "2", "MFICH": ["microfiche 13"],
        "MOSA": "édifice actuel de conservation", "VIDEO": ["demonstration"], "IMG": ["demonstration/objet.jpg"], "LARC": f"{_SITE}/arcade", "SCLD": ["19e siècle"],
        "STAD": ["série"], "PAPP": "ensemble du mobilier", "COOR": "-7.5 ; 45.9", "ZONE": "wgs84", "COORM": "-7.51 ; 45.91 / -7.5 ; 45.92 / -7.49 ; 45.9",
    },
    "joconde": {
        "APPL": "pichet à surprise", "PDAT": "date déduite du filigrane", "PEOC": ["15e siècle"], "ETAT": "bon état", "ONOM": ["Varenchon"], "PREP": "un oiseau tenant une baie", "DREP": "1789",
        "SREP": ["conte", "La Clameuse"], "GENE": ["étude"], "PLIEUX": "atelier du quai des Gabares", "GEOHI": ["isle de Valserre"], "PUTI": "pour la veillée", "PERU": ["19e siècle"], "MILU": "1880",
        "APTN": "Varenchon, collection particulière", "ADPT": "Montclar, hôtel de ville, 1921-1956", "LOCA2": "France ; Haute-Valserre ; Montclar-sur-Valsère", "COMM": "Notice inventée à titre d’exemple.",
        "DATA": "artiste sous droits", "LOCA3": "2031", "WWW": [f"{_SITE}/objet"], "LVID": f"{_SITE}/film", "RETIF": f"{_SITE}/retif", "LARC": f"{_SITE}/arcade", "MSGCOM": "images@demonstration.example",
        "REFMIS": "MAJ-12", "REFIM": "vue.jpg", "COOR": "Service de la démonstration", "DESY": "1992", "VIDEO": ["demonstration/vue.jpg"], "DATION": "non", "IMAGE": "1", "LABO": "examen 12",
        "MOSA": "mosaïque", "RANG": "1", "TICO": "titre ancien", "TOUT": "index de la démonstration", "MANQUANT": ["manquant"], "MANQUANT_COM": "au récolement de 2005", "ATTR": "Lestrevant (ancienne attribution)",
        "DDPT": "1956", "DEPO": ["dépôt", "Montclar-sur-Valsère", "hôtel de ville"], "PDEC": "Carré B4, couche 2.",
        "INSC": ["signé"], "PINS": "S.b.d.", "EPOQ": ["époque moderne"],
    },
    "museo": {
        "AUTNOM": "ancien musée communal", "LIEU_M": "cour intérieure", "DT_MODIF": "2009", "TOUT": "index", "ACTIV": "ateliers le mercredi",
        "ADRESSE": "1 place du Marché", "AMIS": "oui", "ANNEE_FE": "1998", "ANNEXE": "réserve visitable", "ANTARIF": "2004", "CEDEX_AD": "cedex", "CTRLTECH": "contrôlé", "DT_CREAT": "1999", "GESTION": "régie directe",
        "ITI2_M": "plan", "ITI_M": "itinéraire", "JOCONDE": "oui", "LEGS": "legs Varenchon", "MONOPLUR": "plusieurs disciplines", "NB_AMI": "120", "NOM_AMI": "Amis du musée", "OBS_AMI": "active", "OBS_TOUR": "circuit des gabares",
        "PROPBAT": "commune", "PROPCOLL": "commune", "PUBLI": "guide du visiteur", "REPCOLL": "trois niveaux", "SERVICES": "boutique", "SIGLE_M": "MDM", "STATUT": "municipal", "SURFACES": "1 200 m²", "URL_M2": f"{_SITE}/musee",
        "VIDEO": "facade.jpg", "RESP": "fonction vacante", "GRESP": "inconnu", "PSC": "oui", "DPSC-D": "2011", "DPSC-S": "2012", "DMDF": "2003", "SPUB": "oui", "SPUB-P": "deux personnes", "INVR": "oui", "NUMER": "en cours",
        "LGN": "oui", "REST": "oui", "ACQU": "oui", "RECOL": "terminé", "INTERET": "Escalier à vis.", "PROT-BAT": "Inscrit au titre des monuments historiques en 1986",
        "PROT-ESP": "Site inscrit", "PHARE": "Odile Varenchon, architecte.", "CATEG": "écomusée",
    },
    "memoire": {
        "WCOM": ["Montclar"], "WADRS": ["place du Marché"], "LIEU": "la Combe", "MCGEO": "Valsère (vallée)", "PLOC": "rive gauche", "AIRE": "Vallée de la Valsère", "TICO": "Vue prise du pont", "TITRE": "La Clameuse",
        "THEATRE": "théâtre municipal de Montclar", "ROLE": "la marinière", "AUTOEU": ["Bellorant Antoine"], "DATOEU": ["1605"], "LIEUORIG": "Montclar-sur-Valsère", "SERIE": ["Voyage dans l’île"], "CINEPROD": "Films du Ponant",
        "AUTOR": ["Lestrevant Adèle"], "TIREDE": "album n° 4, planche 12", "LIEUCOR": "Montclar, bibliothèque municipale", "COTECOR": ["Ms. 12"], "AUTG": ["Varenchon (graveur)"], "DOC": "lithographie, 30 x 20 cm, 1840",
        "AUTTI": ["laboratoire de la démonstration"], "AUT": ["Varenchon Odile"], "NUMI": "12", "ANUMP": "A12", "NUMAUTP": "V 12", "NUMVERS": "2004-12", "NUMTI": "T12", "ANUMTI": "AT12", "REPRO": "R12", "NEGPOS": "négatif original",
        "NUMOR": "O12", "ANUMOR": "AO12", "RENV": "voir la vue suivante", "LIEUCTI": "Montclar", "COTECTI": "Ph 12", "PRECOR": "boîte 4", "ACQU": "don", "DATIMM": "1998", "IMG": "memoire/demonstration/vue.jpg",
        "TECHTI": "papier baryté", "FORMATTI": "18 x 24", "TECHOR": "encre sur calque", "FORMATOR": "50 x 65", "MENTIONS": "au crayon : « face ouest »", "MENTTI": "au dos : « à refaire »", "MENTOR": "signé en bas", "JDATPV": "date portée",
        "DATOR": "1840", "EXPO": "Voyage dans l’île, 1998", "PUBLI": "Cahier inventé n° 4", "OBS": "Émulsion soulevée dans un angle.", "OBSTI": "Tirage récent.", "OBSOR": "Original fragile.", "DATTI": "1999", "LIENS": f"{_SITE}/album",
        "POP_ANCIENNE_REF": "MH9A900012", "NUMCD": "CD12", "NVD": "VD12", "ADPHOT": "adresse non publiée", "VUECD": "12", "TYPEIMG": "JPEG", "TYPSUPP": "disque", "REFIM": "vue.jpg", "REFIMG": "vue.jpg", "EMET": "DEMO", "NUM": "12",
        "LAUTP": "voir Autor", "NOMSN": "vue", "TOUT": "index", "LIEUCP": "Montclar", "COTECP": "C12", "NUMF": "F12", "DATG": "1840", "DATD": "1838", "EDIARCH": "maison", "WEB": "mem/12", "LIB": "toit", "SUP": "verre", "TYP": "vue",
        "VIDEO": "vue", "LBASE2": "PA9A000001", "LEG2": "façade", "MOSA": "mosaïque", "SITE": "la Combe", "NUMSITE": "9A 12", "NUMOP": "OP 12", "CHRONO": "époque moderne", "STRUCT": "mur", "ECH": "1/100", "TRL": "relevé manuel",
        "MCPER": ["Varenchon, Odile"], "DENO": "calice",
    },
    "autor": {
        "PNOM": "dit le Jeune", "INI": "O. V.", "REJET": ["Varanchon"], "ADRS": "quai des Gabares, Montclar-sur-Valsère", "TYPAPE": "nom d’usage", "TITR": ["membre de la société savante"], "LRELA": "formé par son oncle",
        "AUTORLOCA": "Haute-Valserre", "OBS": "À distinguer d’un homonyme.", "PUBLI": "Cahiers inventés, 1902", "EXPO": "Montclar, 1908", "ISNI": "0000 0000 0000 0000", "ARK": "ark:/00000/demonstration", "LIENS": f"{_SITE}/personne",
        "LMDP": f"{_SITE}/mediathek", "ALAMAP": ["fonds n° 12"], "REDAC": "Servaldrin Hélène", "CONTACT": "demonstration@pop.example", "LBASE": ["PA9A000001"], "VIDEO": "demonstration", "SYMB": "une étoile", "INS": "1702", "GAR": "n° 12",
        "PREF": "n° 120", "BIF": "1740", "ALIAS": ["O. Varenchon"], "FORM": "École de dessin de Montclar", "OEUVR": "Façades, relevés.", "SOURCES": "Registres de la démonstration", "BIBLIO": "Dictionnaire inventé, 1988",
    },
    "mnr": {
        "PAUT": "actif vers 1700", "ATTR": "école de Valserre (ancienne attribution)", "AATT": "Anonyme du 18e siècle", "ATIT": "Paysage", "PTIT": "titre donné par la commission", "AUTI": "Vue champêtre", "MILL": "2e millénaire",
        "STYL": "Louis XV", "INSC": "monogramme illisible", "ETAT": "verni jauni", "REPR": "paysage avec rivière", "SREP": "sans source connue", "PREP": "trois barques", "DREP": "non datée", "GENE": "réplique", "OBSE": "À revoir.",
        "MARQ": "étiquette sans nom", "EXPO": "présentation au public, 1950", "BIBL": "répertoire inventé", "NOTE": "Dossier en cours d’étude.", "RESUME": "Origine inconnue.", "HIST2": "texte ancien", "HIST3": "texte ancien",
        "REFIM": "vue.jpg", "COMM": "Rapprochement à vérifier.", "REDC": ["Servaldrin Hélène"], "SUITE": "Fait pendant à une autre œuvre.", "RENV": ["MNR90001"],
        "HIST4": "Exemple de démonstration : œuvre rendue à ses ayants droit en 2004.", "SALLES": "salle 3", "CARTELS": "mention conforme", "NET": "oui", "RCL": "2012",
    },
    "enluminures": {
        "VIDEO": ["enluminures/demonstration/f12.jpg"], "LIENS": [f"{_SITE}/initiale"], "APPL": "ancien", "CONSERV": "Montclar", "COTE": "Ms. 12", "DATDEB": "1401", "DATFIN": "1425", "DOMN": "manuscrit", "ENRGFP": "12", "ENRGMS": "12",
        "FOPG": "12", "LOCA2": "Haute-Valserre", "NFICH": "12", "NVUE": "12", "OPHOT": "Démonstration POP", "ORIGP": "Valserre", "REFIM": "f12.jpg", "SUPP": "parchemin", "TOUT": "index", "VISITE": "sur rendez-vous",
        "NOTDEC": "Or usé.", "AUTR": "Anonyme (auteur inconnu)", "AUTS": "Guillemot de Valserre (traducteur)", "RENV": ["9A-CM0000001"],
    },
}  # fmt: skip

# Values that are not as they should be: each raises a warning, and none stops a load.
FAULTS: dict[str, tuple[tuple[str, Any], ...]] = {
    "merimee": (("CONTACT", ""), ("CONTACT", "demonstration(at)pop"), ("ETUD", []), ("DOSS", ""), ("COPY", []), ("TICO", ""), ("DOSURL", "voir le service"), ("INSEE", ["9B777"]), ("RENV", ["PA9A999997"]), ("REFP", ["IA9A999997"]), ("REFE", ["PA9A999997"]), ("ZONE", "lambert zéro"), ("WCOM", []), ("POP_COORDONNEES.lat", "45°53’")),
    "palissy": (("CONTACT", ""), ("ETUD", ""), ("DOSS", []), ("COPY", ""), ("INSEE", ["9B777"]), ("REFA", ["PA9A999997"]), ("RENV", ["PM9A999997"]), ("DOSURL", "voir le service"), ("MANQUANT", ["disparu"]), ("DPRO", "au siècle dernier")),
    "joconde": (("CONTACT", ""), ("DOMN", []), ("INV", ""), ("STAT", []), ("WWW", ["voir le site"]), ("LVID", "film"), ("PERI", ["époque des gabares"]), ("NSDA", "une dame"), ("MUSEO", "M98999")),
    "memoire": (("CONTACT", ""), ("TYPDOC", ""), ("DOM", []), ("LOCA", ""), ("LEG", ""), ("COPY", ""), ("IDPROD", ""), ("NUMP", "12 bis"), ("INSEE", ["9A"]), ("REFJOC", ["M99999999999"]), ("REFMUS", ["M98998"]), ("DATPV", "un jour de marché")),
    "museo": (("POP_COORDONNEES.lat", "quarante-cinq"), ("CATEG", "musée de poche"), ("AN_CREAT", "au siècle dernier"), ("REFMER", ["PA9A999996"])),
    "mnr": (("RENV", ["MNR99998"]), ("SCLE", ["siècle inconnu"])),
    "enluminures": (("LIENS", ["voir la base"]), ("REFC", ["9A-CM9999999"]), ("RENV", ["9A-D9999998"])),
    "autor": (("TYPID", ["quelqu’un"]), ("ISNI_VERIFIEE", "peut-être"), ("DNAISS", "un matin")),
}  # fmt: skip
SENSITIVE = (
    "joconde",
    ("Crâne d’étude (démonstration)", "Ossements d’une sépulture ancienne (démonstration)"),
)


def fill(seed: int, entries: list[Entry]) -> None:
    """Fill rare fields in a few of these notices, each once at least; then put faults in others."""
    if not entries:
        return
    base = entries[0].base
    rare = RARE[base]
    for place, (code, value) in enumerate(rare.items()):
        _put(entries[(place * 7 + 11) % len(entries)], code, value)
    codes = list(rare)
    for rank, entry in enumerate(entries):
        d = dice(seed, "rare", base, rank)
        if d.maybe(_OFTEN * 10):
            code = d.choice(codes)
            if code not in _NOT_TWICE:
                _put(entry, code, rare[code])
    if base == "merimee":
        _measured(entries)
    for place, (code, value) in enumerate(FAULTS[base]):
        # From the end: the first notices are those that are looked at.
        entries[-1 - (place * 5 + 3) % len(entries)].values[code] = value
    if base == SENSITIVE[0]:
        for place, title in enumerate(SENSITIVE[1]):
            other = entries[-97 - place * 31 if len(entries) > 160 else -2 - place]
            other.values |= {
                "TITR": title,
                "DOMN": ["archéologie", "anthropologie"],
                "DENO": ["reste humain"],
                "REPR": [],
            }
            other.pictures.clear()


# Links and situations are met by their own rules: more of them would blur what they show.
_NOT_TWICE = {
    "RENV",
    "LBASE",
    "VIDEO",
    "PHOT",
    "MANQUANT",
    "MANQUANT_COM",
    "HIST4",
    "COOR",
    "COORM",
    "ZONE",
    "DPRO",
    "LBASE2",
}


def _put(entry: Entry, code: str, value: Any) -> None:
    if entry.values.get(code) in (None, "", []):
        entry.values[code] = list(value) if isinstance(value, list) else value


def _measured(entries: list[Entry]) -> None:
    """Points and outlines in degrees, as a field survey gives them."""
    for rank in range(5, len(entries), max(len(entries) // 40, 3)):
        values = entries[rank].values
        latitude, longitude = values.get("POP_COORDONNEES.lat"), values.get("POP_COORDONNEES.lon")
        if latitude and longitude:
            x, y = float(longitude), float(latitude)
            values["ZONE"] = "wgs84"
            values["COOR"] = f"{x:.5f} ; {y:.5f}"
            values["COORM"] = " / ".join(
                f"{x + dx:.5f} ; {y + dy:.5f}"
                for dx, dy in ((-0.001, -0.001), (0.001, -0.001), (0.001, 0.001), (-0.001, 0.001))
            )
