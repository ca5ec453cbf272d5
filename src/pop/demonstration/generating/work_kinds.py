"""The sorts of works that museums keep: what each is made of, called, and how it is drawn."""

from dataclasses import dataclass
from typing import Any

Ways = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of work.

    titles: each with the parameters that draw what it says; ways: other parameters, one of each
    chosen. `years`: when; `trade`: of its maker; `theme`: the museums that keep it.
    """

    term: str
    domains: tuple[str, ...]
    theme: str
    technique: tuple[str, ...]
    trade: str
    years: tuple[int, int]
    size: str
    family: str
    titles: tuple[tuple[str, dict[str, Any]], ...]
    ways: Ways
    weight: float = 1.0
    subject: tuple[str, ...] = ()


_OIL = ("toile", "peinture à l’huile")
_HOURS = (
    ("au matin", "matin"), ("à midi", "midi"), ("au soleil couchant", "soir"), ("au crépuscule", "crépuscule"),
    ("au clair de lune", "nuit"), ("avant l’orage", "orage"), ("en hiver", "hiver"),
)  # fmt: skip


def _views(*subjects: tuple[str, str]) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(
        (f"{said} {when}", {"subject": subject, "hour": hour})
        for said, subject in subjects
        for when, hour in _HOURS
        if subject != "moisson" or hour not in ("hiver", "nuit")
    )


_LANDSCAPES = _views(
    ("Vallée de la Valsère", "vallée"), ("La Moisson", "moisson"), ("Le Lac d’Ambre", "lac"), ("Les Monts d’Ambre", "montagne"),
    ("Allée dans la forêt de Montarcelles", "forêt"), ("Vue de Valmorne", "village"), ("Bords de la Mourne", "rivière"),
)  # fmt: skip
_SEAS = _views(
    ("Barques au large de Port-Ambrine", "marine"),
    ("Le Port des Gabares", "port"),
    ("Le Naufrage de la Clameuse", "naufrage"),
)
_PEOPLE_M = (
    "Portrait d’un drapier",
    "Portrait d’homme au col blanc",
    "Portrait d’un échevin",
    "Portrait d’un jeune homme",
    "Portrait d’un notaire",
    "Portrait d’un armateur",
)
_PEOPLE_F = (
    "Portrait d’une dame au collier",
    "Portrait de femme",
    "Portrait d’une jeune fille",
    "Portrait d’une brodeuse",
    "Portrait d’une dame de Montclar",
)
_FACES = tuple((t, {"woman": False}) for t in _PEOPLE_M) + tuple(
    (t, {"woman": True}) for t in _PEOPLE_F
)
_POT_DECORS = {
    "faïence": "à décor de rinceaux",
    "figures": "à figures noires",
    "lustre": "à décor lustré",
    "rayures": "à bandes peintes",
    "céladon": "à couverte céladon",
    "grès": "à coulure",
    "émail": "à émail bicolore",
}


def _pots(name: str, shape: str, decors: tuple[str, ...]) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(
        (f"{name} {_POT_DECORS[decor]}", {"shape": shape, "decor": decor}) for decor in decors
    )


_STUDIO: Ways = {"studio": ("clair", "sable", "ardoise", "noir", "bleu", "terre")}

DRAWN = (
    Kind("tableau", ("peinture", "paysage"), "Beaux-arts", _OIL, "peintre", (1760, 1938), "H. {d} ; l. {e}", "landscape", _LANDSCAPES, {"technique": ("huile", "huile ancienne"), "ratio": (1.3, 1.45, 1.6, 1.9, 0.8)}, 9, ("paysage",)),
    Kind("tableau", ("peinture", "marine"), "Beaux-arts", _OIL, "peintre", (1700, 1930), "H. {c} ; l. {e}", "landscape", _SEAS, {"technique": ("huile", "huile ancienne"), "ratio": (1.5, 1.7, 2.2)}, 4, ("marine", "bateau")),
    Kind("panorama", ("peinture", "paysage"), "Beaux-arts", _OIL, "peintre", (1820, 1900), "H. {d} ; l. {g}", "landscape", tuple((f"Panorama {of}", {"subject": s, "hour": h}) for of, s, h in (("de la vallée de la Valsère", "vallée", "midi"), ("du port de Port-Ambrine", "port", "matin"), ("des monts d’Ambre", "montagne", "soir"), ("de la baie", "marine", "matin"))), {"technique": ("huile",), "ratio": (3.0, 3.6)}, 0.7, ("paysage", "panorama")),
    Kind("tableau", ("peinture", "portrait"), "Beaux-arts", _OIL, "peintre", (1470, 1930), "H. {d} ; l. {c}", "portrait", _FACES, {"technique": ("huile ancienne", "huile")}, 7, ("portrait",)),
    Kind("miniature", ("peinture", "portrait"), "Arts décoratifs", ("ivoire", "gouache"), "peintre", (1740, 1850), "H. 7 ; l. 5", "portrait", _FACES, {"technique": ("gouache",), "oval": (True,)}, 1.5, ("portrait", "en buste")),
    Kind("dessin", ("dessin", "portrait"), "Beaux-arts", ("papier", "sanguine"), "dessinateur", (1700, 1900), "H. {b} ; l. {b}", "portrait", _FACES, {"technique": ("sanguine", "pastel")}, 2.5, ("portrait",)),
    Kind("tableau", ("peinture", "nature morte"), "Beaux-arts", _OIL, "peintre", (1620, 1940), "H. {c} ; l. {d}", "still life", (("Nature morte aux fruits", {"subject": "fruits"}), ("Bouquet de fleurs", {"subject": "fleurs"}), ("Vanité aux livres", {"subject": "livres"}), ("La Table de cuisine", {"subject": "cuisine"}), ("Nature morte aux poissons", {"subject": "poissons"}), ("Le Goûter", {"subject": "fruits", "bright": True})), {"technique": ("huile ancienne", "huile")}, 5, ("nature morte",)),
    Kind("tableau", ("peinture", "art non figuratif"), "Art moderne et contemporain", ("toile", "peinture acrylique"), "peintre", (1932, 1996), "H. {e} ; l. {e}", "composition", (("Composition aux disques", {"kind": "formes"}), ("Grille", {"kind": "grille"}), ("Les Arcs", {"kind": "arcs"}), ("Courants", {"kind": "bandes"}), ("Sans titre", {"kind": "formes"}), ("Sans titre", {"kind": "arcs"})), {"technique": ("gouache", "huile")}, 4, ("représentation non figurative",)),
    Kind("aquarelle", ("dessin", "paysage"), "Beaux-arts", ("papier", "aquarelle"), "dessinateur", (1780, 1940), "H. {b} ; l. {c}", "landscape", (*_LANDSCAPES, *_SEAS), {"technique": ("aquarelle",), "ratio": (1.3, 1.5, 1.9)}, 4, ("paysage",)),
    Kind("dessin", ("dessin", "paysage"), "Beaux-arts", ("papier", "lavis"), "dessinateur", (1640, 1900), "H. {b} ; l. {b}", "landscape", _LANDSCAPES, {"technique": ("lavis d’encre", "sanguine"), "ratio": (1.3, 1.45)}, 3, ("paysage",)),
    Kind("estampe", ("estampe", "paysage"), "Beaux-arts", ("papier", "eau-forte"), "graveur", (1620, 1900), "H. {a} ; l. {b}", "landscape", (*_LANDSCAPES, *_SEAS), {"technique": ("estampe",), "ratio": (1.3, 1.5)}, 5, ("paysage",)),
    Kind("estampe", ("estampe", "portrait"), "Beaux-arts", ("papier", "burin"), "graveur", (1600, 1880), "H. {a} ; l. {a}", "portrait", _FACES, {"technique": ("estampe",)}, 2, ("portrait",)),
    Kind("vase", ("céramique", "archéologie"), "Archéologie", ("céramique", "tourné", "peint"), "", (-520, -320), "H. {b} ; D. {a}", "vase", (*_pots("Amphore", "amphore", ("figures", "rayures")), *_pots("Coupe", "coupe", ("figures", "rayures")), *_pots("Gobelet", "gobelet", ("rayures", "grès")), *_pots("Jarre", "jarre", ("rayures", "grès"))), _STUDIO, 6, ("ornementation", "oiseau")),
    Kind("vase", ("céramique",), "Arts décoratifs", ("faïence", "grand feu"), "faïencier", (1540, 1900), "H. {b} ; D. {a}", "vase", (*_pots("Albarelle", "albarelle", ("faïence", "lustre")), *_pots("Potiche", "potiche", ("faïence", "céladon", "émail")), *_pots("Bouteille", "bouteille", ("faïence", "céladon", "lustre")), *_pots("Vase cornet", "vase cornet", ("faïence", "lustre", "émail"))), _STUDIO, 9, ("ornementation", "rinceau")),
    Kind("vase", ("céramique",), "Art moderne et contemporain", ("grès", "émail"), "céramiste", (1905, 1992), "H. {b} ; D. {a}", "vase", (*_pots("Vase", "bouteille", ("émail", "grès", "céladon")), *_pots("Pot", "pot", ("émail", "grès", "rayures")), *_pots("Grand vase", "jarre", ("émail", "céladon"))), _STUDIO, 3, ()),
    Kind("assiette", ("céramique",), "Arts décoratifs", ("faïence", "peint"), "faïencier", (1620, 1890), "D. {a}", "plate", (("Assiette à décor polychrome", {}), ("Plat à décor central", {}), ("Assiette à marli fleuri", {})), {"studio": ("sable", "clair", "ardoise", "noir", "bleu")}, 7, ("ornementation",)),
    Kind("médaille", ("numismatique",), "Histoire", ("bronze", "frappé"), "médailleur", (1720, 1930), "D. {a}", "medal", (("Médaille de la société savante de Montclar", {}), ("Médaille de mariage", {}), ("Médaille de concours agricole", {})), {"kind": ("médaille",), "metal": ("bronze", "argent", "cuivre")}, 3, ("allégorie",)),
    Kind("monnaie", ("numismatique", "archéologie"), "Archéologie", ("argent", "frappé"), "", (-120, 320), "D. 2", "medal", (("Denier à la tête laurée", {}), ("Monnaie au navire", {}), ("Monnaie coulée", {})), {"kind": ("monnaie",), "metal": ("argent", "or", "bronze")}, 3, ("profil",)),
    Kind("tapisserie", ("textile", "tapisserie"), "Arts décoratifs", ("laine", "soie"), "lissier", (1490, 1720), "H. {f} ; l. {g}", "textile", (("Mille fleurs aux lapins", {"kind": "millefleurs"}), ("La Clairière aux biches", {"kind": "verdure"}), ("Verdure au bord de l’eau", {"kind": "verdure"})), {}, 1.5, ("animal", "fleur")),
    Kind("pièce de textile imprimé", ("textile",), "Technique et industrie", ("coton", "impression à la planche"), "", (1760, 1890), "H. {d} ; l. {d}", "textile", (("Indienne à ramages", {"kind": "indienne"}), ("Indienne aux œillets", {"kind": "indienne"}), ("Damas à la grenade", {"kind": "damas"})), {}, 4, ("fleur", "ornementation")),
    Kind("tapis", ("textile", "mobilier"), "Arts décoratifs", ("laine", "point noué"), "", (1680, 1910), "L. {f} ; l. {e}", "textile", (("Tapis à médaillon central", {"kind": "tapis"}), ("Tapis aux écoinçons étoilés", {"kind": "tapis"})), {}, 1.5, ("ornementation",)),
    Kind("panneau brodé", ("textile", "ethnologie"), "Ethnologie", ("lin", "broderie"), "brodeur", (1820, 1930), "H. {c} ; l. {c}", "textile", (("Marquoir aux oiseaux", {"kind": "broderie"}), ("Nappe de fête brodée", {"kind": "broderie"})), {}, 2, ("oiseau", "étoile")),
    Kind("statuette", ("sculpture",), "Beaux-arts", ("ivoire", "taillé"), "sculpteur", (1320, 1880), "H. {a}", "carved", (("Saint Melaire dans une niche", {"scene": "niche"}),), {"matter": ("ivoire", "pierre", "marbre", "terre cuite")}, 2, ("saint",)),
    Kind("panneau", ("sculpture", "mobilier"), "Arts décoratifs", ("chêne", "taillé"), "sculpteur", (1480, 1760), "H. {c} ; l. {d}", "carved", (("Panneau aux rinceaux habités", {"scene": "rinceaux"}), ("Panneau aux armes d’alliance", {"scene": "armes"})), {"matter": ("chêne", "noyer")}, 2, ("rinceau", "armoiries")),
    Kind("commode", ("mobilier",), "Arts décoratifs", ("bois", "marqueterie", "bronze doré"), "ébéniste", (1720, 1800), "H. 86 ; L. 128 ; P. 58", "furniture", (("Commode à façade galbée", {"kind": "commode"}), ("Commode à fleurs", {"kind": "commode"})), {}, 2),
    Kind("horloge", ("mobilier", "mesure"), "Technique et industrie", ("noyer", "laiton"), "horloger", (1740, 1880), "H. 238", "furniture", (("Horloge de parquet", {"kind": "horloge"}),), {}, 1.5),
    Kind("fauteuil", ("mobilier",), "Arts décoratifs", ("noyer", "velours"), "menuisier", (1680, 1880), "H. 104 ; l. 68", "furniture", (("Fauteuil à la reine", {"kind": "fauteuil"}),), {}, 1.5),
    Kind("orfèvrerie", ("orfèvrerie",), "Beaux-arts", ("argent", "doré"), "orfèvre", (1460, 1860), "H. {b}", "vessel", (("Calice au nœud perlé", {"shape": "calice"}), ("Aiguière", {"shape": "aiguière"}), ("Ciboire", {"shape": "ciboire"}), ("Chandelier", {"shape": "chandelier"})), {"metal": ("or", "argent", "étain", "laiton")}, 3),
    Kind("reliquaire", ("orfèvrerie",), "Beaux-arts", ("cuivre doré", "émail champlevé"), "orfèvre", (1190, 1310), "H. {b} ; L. {a}", "reliquary", (("Châsse aux étoiles", {}), ("Châsse de saint Ferrols", {})), {"metal": ("or", "cuivre")}, 0.7, ("saint",)),
    Kind("planche d’insectes", ("sciences de la nature", "entomologie"), "Sciences de la nature", ("insecte", "naturalisé"), "", (1840, 1960), "H. 40 ; l. 50", "specimen", (("Boîte de papillons diurnes", {"kind": "papillons"}), ("Papillons de la forêt de Montarcelles", {"kind": "papillons"})), {}, 2.5, ("papillon",)),
    Kind("planche d’herbier", ("sciences de la nature", "botanique"), "Sciences de la nature", ("plante", "séché"), "", (1790, 1950), "H. 44 ; l. 28", "specimen", (("Planche d’herbier : plante des grèves", {"kind": "herbier"}), ("Planche d’herbier : fougère des sous-bois", {"kind": "herbier"}), ("Planche d’herbier : fleur des prés", {"kind": "herbier"})), {}, 3, ("plante",)),
    Kind("coquillages", ("sciences de la nature", "malacologie"), "Sciences de la nature", ("coquillage",), "", (1780, 1940), "", "specimen", (("Tiroir de coquillages", {"kind": "coquillages"}), ("Coquillages de la Grève-Noire", {"kind": "coquillages"})), {}, 1.5, ("coquillage",)),
    Kind("minéral", ("sciences de la nature", "minéralogie"), "Sciences de la nature", ("minéral",), "", (1800, 1960), "L. {a}", "specimen", (("Géode de cristaux", {"kind": "minéraux"}), ("Cristaux des monts d’Ambre", {"kind": "minéraux"})), {}, 1.5),
    Kind("biface", ("archéologie", "outil"), "Archéologie", ("silex", "taillé"), "", (-90000, -40000), "L. {a}", "specimen", (("Série de bifaces", {"kind": "silex"}), ("Lot d’outils taillés", {"kind": "silex"})), {}, 2.5),
    Kind("mosaïque", ("archéologie", "mosaïque"), "Archéologie", ("pierre", "mosaïque"), "", (120, 380), "L. {e} ; l. {e}", "tiles", (("Emblème de mosaïque", {"kind": "mosaïque"}), ("Fragment de pavement", {"kind": "mosaïque"})), {}, 1.2, ("animal",)),
    Kind("carreaux", ("céramique",), "Arts décoratifs", ("terre cuite", "glaçure"), "faïencier", (1260, 1780), "L. {a} ; l. {a}", "tiles", (("Carreaux de pavement", {"kind": "médiéval"}), ("Carreaux de revêtement bleus", {"kind": "faïence"})), {}, 2, ("ornementation",)),
    Kind("affiche", ("estampe", "affiche"), "Histoire", ("papier", "lithographie"), "affichiste", (1895, 1962), "H. 100 ; l. 62", "poster", (("Les bains de mer de Port-Ambrine (épreuve avant la lettre)", {"kind": "mer"}), ("Les monts d’Ambre en toutes saisons (épreuve avant la lettre)", {"kind": "montagne"}), ("Chemin de fer de Valserre (épreuve avant la lettre)", {"kind": "train"}), ("Fête des fleurs (épreuve avant la lettre)", {"kind": "fleurs"})), {}, 2.5, ("paysage", "train")),
    Kind("carte", ("dessin", "géographie"), "Histoire", ("papier", "encre", "aquarelle"), "dessinateur", (1640, 1840), "H. {d} ; l. {e}", "map", (("Carte de l’isle de Valserre", {}), ("Carte des quatre pays de l’isle", {})), {}, 1.5, ("carte",)),
    Kind("vitrail", ("vitrail",), "Beaux-arts", ("verre", "plomb"), "maître verrier", (1260, 1970), "H. {e} ; l. {c}", "window", (("Vitrail à médaillons", {"kind": "baie"}), ("Rose", {"kind": "rose"}), ("Vitrail non figuratif", {"kind": "moderne"})), {}, 1, ("saint",)),
    Kind("photographie", ("photographie",), "Photographie", ("papier albuminé",), "photographe", (1858, 1935), "H. {a} ; l. {a}", "portrait", _FACES, {"medium": ("sépia", "albuminé", "noir et blanc"), "century": (19,)}, 3, ("portrait",)),
    Kind("autochrome", ("photographie",), "Photographie", ("verre", "autochrome"), "photographe", (1908, 1931), "H. 9 ; l. 12", "building", (("Chapelle au printemps", {"kind": "chapelle", "seed": 5}), ("Le moulin de la Butte", {"kind": "moulin à vent", "seed": 8}), ("Maisons du vieux Montclar", {"kind": "maison à pans de bois", "seed": 3}), ("Le château au bord de l’eau", {"kind": "château", "seed": 12})), {"medium": ("autochrome",), "stone": ("calcaire", "granite", "enduit"), "roof": ("ardoise", "tuile")}, 1.2, ("vue d’architecture",)),
)  # fmt: skip


_PLAIN = (
    # Term, domains, theme, technique, trade, years, size, titles.
    ("outil", ("ethnologie", "outil"), "Ethnologie", ("bois", "fer"), "", (1780, 1940), "L. {b}", ("Rabot de tonnelier", "Filet à crevettes", "Moule à beurre", "Navette de tisserand", "Rouet", "Fourche à trois dents", "Battoir de lavandière", "Serpe à manche court", "Aiguille à ramender", "Peigne à lin")),
    ("costume", ("costume", "ethnologie"), "Ethnologie", ("lin", "coton"), "", (1790, 1930), "", ("Coiffe de fête", "Tablier à rayures", "Gilet d’homme", "Châle de laine", "Sabots de noyer", "Capote de gabarier", "Robe de baptême", "Bonnet piqué")),
    ("buste", ("sculpture", "portrait"), "Beaux-arts", ("marbre", "taillé"), "sculpteur", (1680, 1930), "H. {c}", ("Buste d’un échevin", "Buste de femme", "Buste d’un armateur", "Buste d’un jeune homme", "Buste d’une brodeuse")),
    ("statuette", ("sculpture",), "Beaux-arts", ("bronze", "fondu"), "sculpteur", (1780, 1940), "H. {b}", ("Diane au repos", "Le Haleur", "Jeune fille à la fontaine", "Lutteurs", "Le Semeur", "Chien couché")),
    ("manuscrit", ("document",), "Littérature", ("papier", "encre"), "", (1780, 1950), "H. {b} ; l. {a}", ("Carnet de voyage", "Lettre autographe", "Journal de bord de la gabare « Valène »", "Brouillon d’un conte", "Livre de comptes", "Cahier d’écolier")),
    ("livre imprimé", ("livre",), "Littérature", ("papier", "imprimé"), "", (1560, 1930), "H. {a}", ("Almanach de l’isle", "Recueil de chansons", "Grammaire du parler de Valserre", "Traité de la navigation", "Contes du Ponant")),
    ("maquette", ("technique", "modélisme"), "Technique et industrie", ("bois", "métal"), "ingénieur", (1820, 1960), "L. {d}", ("Maquette de gabare", "Modèle de métier à tisser", "Modèle de phare tournant", "Maquette d’écluse", "Modèle de pompe")),
    ("instrument de mesure", ("technique", "mesure"), "Technique et industrie", ("laiton", "verre"), "horloger", (1740, 1920), "L. {a}", ("Baromètre", "Octant", "Balance à fléau", "Sablier de marine", "Compas de réduction", "Pèse-lettre")),
    ("machine", ("technique", "industrie textile"), "Technique et industrie", ("fonte", "bois"), "ingénieur", (1830, 1950), "L. {f}", ("Métier à lacets", "Ourdissoir", "Presse à balles", "Carde", "Machine à vapeur d’atelier")),
    ("instrument de musique", ("musique", "ethnologie"), "Ethnologie", ("bois", "cuir"), "", (1740, 1930), "L. {c}", ("Vielle à roue", "Tambour de ville", "Flûte à trois trous", "Cornemuse", "Serinette")),
    ("jouet", ("jeu", "ethnologie"), "Ethnologie", ("bois", "peint"), "", (1840, 1960), "H. {a}", ("Cheval à bascule", "Poupée de chiffon", "Toupie", "Jeu de quilles", "Arche et ses animaux")),
    ("serrure", ("ferronnerie",), "Arts décoratifs", ("fer", "forgé"), "", (1520, 1820), "H. {a} ; l. {a}", ("Serrure à moraillon", "Heurtoir au dauphin", "Clef de coffre", "Penture", "Enseigne au soleil")),
    ("éventail", ("costume", "accessoire"), "Arts décoratifs", ("papier", "nacre"), "", (1730, 1900), "H. {a}", ("Éventail aux bergers", "Éventail de bal", "Éventail au port")),
    ("bijou", ("orfèvrerie", "bijou"), "Arts décoratifs", ("or", "émail"), "orfèvre", (1600, 1920), "L. 4", ("Broche à l’oiseau", "Bague au cœur", "Croix de cou", "Boucle de soulier", "Montre à gousset")),
    ("fragment", ("archéologie",), "Archéologie", ("terre cuite",), "", (-800, 380), "L. {a}", ("Tesson à décor peigné", "Fragment de tuile à rebord", "Anse d’amphore", "Peson de métier", "Fusaïole", "Fragment d’enduit peint")),
    ("parure", ("archéologie", "bijou"), "Archéologie", ("bronze",), "", (-900, 420), "L. {a}", ("Fibule", "Bracelet torsadé", "Épingle à tête plate", "Perle de verre", "Boucle de ceinture")),
    ("lampe", ("archéologie", "vie domestique"), "Archéologie", ("terre cuite", "moulé"), "", (-90, 410), "L. {a}", ("Lampe à huile à médaillon", "Lampe à bec rond", "Lampe à l’oiseau")),
    ("stèle", ("archéologie", "sculpture"), "Archéologie", ("calcaire", "taillé"), "", (40, 380), "H. {d}", ("Stèle à fronton", "Stèle d’un tonnelier", "Autel votif")),
    ("fossile", ("sciences de la nature", "paléontologie"), "Sciences de la nature", ("pierre",), "", (1800, 1990), "L. {a}", ("Ammonite", "Empreinte de fougère", "Dent de requin", "Oursin fossile", "Bois silicifié")),
    ("animal naturalisé", ("sciences de la nature", "zoologie"), "Sciences de la nature", ("animal", "naturalisé"), "", (1830, 1960), "H. {b}", ("Héron cendré", "Loutre", "Chouette effraie", "Martin-pêcheur", "Renard", "Cormoran")),
    ("plaque de verre", ("photographie",), "Photographie", ("verre", "gélatino-bromure"), "photographe", (1886, 1938), "H. 13 ; l. 18", ("Marché aux filets", "La gare un jour de fête", "Noce à Valmorne", "Lavandières", "Sortie de la filature", "Le quai des Gabares")),
    ("carte postale", ("photographie", "estampe"), "Photographie", ("papier", "phototypie"), "photographe", (1899, 1948), "H. 9 ; l. 14", ("Port-Ambrine, le môle", "Montclar, la Grande-Rue", "Fort-Melaire, la plage", "Villeneuve-d’Ambre, la place", "Pont-Mourne, les moulins")),
    ("arme", ("armement",), "Histoire", ("acier", "bois"), "", (1560, 1870), "L. {d}", ("Hallebarde de parade", "Fusil de chasse", "Épée de cour", "Poire à poudre")),
    ("uniforme", ("costume", "histoire"), "Histoire", ("drap", "laine"), "", (1790, 1940), "", ("Habit de garde-côte", "Veste de pompier", "Tunique de musicien", "Képi de garde champêtre")),
    ("sceau-matrice", ("sigillographie",), "Histoire", ("laiton", "gravé"), "graveur", (1240, 1780), "D. 4", ("Matrice de sceau de la ville", "Cachet du bailli", "Matrice au navire")),
    ("installation", ("art contemporain",), "Art moderne et contemporain", ("bois", "corde", "son"), "sculpteur", (1972, 2012), "", ("Marées", "Quatre bancs pour le vent", "Sans titre (cordages)", "L’Atelier fermé")),
    ("assemblage", ("sculpture", "art contemporain"), "Art moderne et contemporain", ("fer", "soudé"), "sculpteur", (1950, 2005), "H. {d}", ("Grand signal", "Oiseau de fer", "Sans titre", "Veilleur")),
)  # fmt: skip
PLAIN = tuple(
    Kind(
        term,
        domains,
        theme,
        technique,
        trade,
        years,
        size,
        "",
        tuple((title, {}) for title in titles),
        {},
        3,
    )
    for term, domains, theme, technique, trade, years, size, titles in _PLAIN
)
"""Works that nothing draws: most of a collection has no photograph yet."""
