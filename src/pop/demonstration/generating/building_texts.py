"""The history and the description of a building, in sentences that agree with what it is."""

from pop.demonstration.generating import dates, people
from pop.demonstration.generating.buildings import Building
from pop.demonstration.generating.chance import Dice
from pop.demonstration.generating.french import at, capital, in_letters, of, of_the, the

_STONES = {
    "calcaire": "calcaire", "tuffeau": "tuffeau", "granite": "granite", "grès": "grès rose", "brique": "brique",
    "enduit": "moellon enduit", "enduit rose": "moellon enduit de rose", "béton": "béton armé",
}  # fmt: skip
_ROOFS = {
    "ardoise": "ardoise", "tuile": "tuile creuse", "tuile plate": "tuile plate", "lauze": "lauze", "zinc": "zinc en couverture",
    "chaume": "chaume",
}  # fmt: skip


def history(b: Building, d: Dice) -> str:
    """Four to eight sentences, from the first mention to our days."""
    noun = b.kind.noun.split(" ")[0] if not b.is_sacred else b.kind.noun.replace(" paroissiale", "")
    thing = the(noun, b.kind.gender)
    e = "e" if b.kind.gender == "f" else ""
    he = "elle" if b.kind.gender == "f" else "il"
    year, said = b.year, [_beginning(b, d, thing, e, he)]
    said += d.some(_works(b, d, thing, e, he), 1, 2)
    if b.second:
        by = f" sous la conduite {of(b.restorer.name)}" if b.restorer else ""
        said.append(
            d.choice(
                (
                    f"Une seconde campagne, vers {b.second}{by}, reprend les parties hautes et la couverture.",
                    f"{capital(he)} est agrandi{e} en {b.second}{by}, aux frais de la commune.",
                    f"En {b.second}, l’incendie du bourg emporte la charpente ; les travaux{by} durent {in_letters(d.randint(2, 9))} ans.",
                    f"Les comptes de {b.second} mentionnent des réparations{by} pour une somme de {d.randint(2, 48) * 50} livres.",
                )
            )
        )
    if year < 1780 and d.maybe(0.6):
        said.append(d.choice(_revolution(b, d, thing, e, he)))
    if year < 1900 and d.maybe(0.7):
        said.append(d.choice(_nineteenth(b, d, thing, e, he)))
    if d.maybe(0.65):
        said.append(d.choice(_today(b, d, thing, e, he)))
    return tidy(" ".join(said))


def tidy(text: str) -> str:
    """Commas that close an apposition go before another mark."""
    return text.replace(",,", ",").replace(",.", ".").replace(", ;", " ;").replace(", ,", ",")


def _beginning(b: Building, d: Dice, thing: str, e: str, he: str) -> str:
    by = ""
    if b.author:
        by = (
            f" sur les plans {of(b.author.name)}"
            if b.kind.trade in ("architecte", "ingénieur", "architecte-paysagiste")
            else f" par {b.author.name}, {b.author.trade_said},"
        )
    owner = people.family(d)
    choices = [
        f"{capital(thing)} est élevé{e} en {b.year}{by}, comme l’indique la date portée au-dessus de l’entrée.",
        f"La construction {of_the(b.kind.noun.split(' ')[0], b.kind.gender)}, commencée en {b.year}{by}, est achevée {in_letters(d.randint(2, 12))} ans plus tard.",
        f"Un marché passé en {b.year}{by} fixe la dépense et le délai ; le chantier n’est terminé qu’en {b.year + d.randint(3, 15)}.",
    ]
    if b.is_sacred:
        choices += [
            f"Un premier sanctuaire est cité {at(b.commune.name)} dès {max(b.year - d.randint(60, 180), 1040)} ; l’édifice actuel remonte à {b.year} environ{by}.",
            f"La paroisse dépend jusqu’à la Révolution de l’abbaye {of('Salvandard')}, qui fait bâtir l’édifice vers {b.year}{by}.",
        ]
    elif b.kind.noun in ("château", "manoir", "château fort"):
        choices += [
            f"La terre appartient depuis {b.year - d.randint(30, 140)} à la famille {owner}, qui fait construire le logis vers {b.year}{by}.",
            f"Siège d’une seigneurie qui relève {of(b.commune.canton)}, {thing} est rebâti{e} vers {b.year}{by} pour un membre de la famille {owner}.",
        ]
    elif b.kind.noun == "filature":
        choices.append(
            f"Fondé par la famille {owner} en {b.year}, l’établissement emploie {d.randint(4, 32) * 10} ouvrières et ouvriers dix ans plus tard{by and f' ; les ateliers sont construits{by}'}."
        )
    elif b.kind.noun == "gare":
        choices.append(
            f"Mise en service en {b.year} avec la ligne {of('Montclar')} {at('Port-Ambrine')}, la gare est bâtie{by} selon le modèle de la compagnie."
        )
    elif b.kind.noun == "phare":
        choices.append(
            f"Allumé pour la première fois en {b.year}, le feu signale l’entrée des passes aux pêcheurs ; la tour est construite{by} avec le granite de l’île."
        )
    return d.choice(choices)


def _works(b: Building, d: Dice, thing: str, e: str, he: str) -> list[str]:
    river = b.commune.river
    choices = [
        f"Les crues {of_the_river(river)} obligent à reprendre les fondations à {in_letters(d.randint(2, 5))} reprises.",
        f"Un {'plan' if b.year > 1600 else 'terrier'} dressé en {b.year + d.randint(20, 90)} montre {thing} dans son état d’origine.",
        f"La tradition locale veut que les pierres viennent de l’enceinte {of(b.commune.canton)} ; rien ne le confirme.",
        f"L’étude des bois de charpente, datés de l’hiver {b.year - 2}-{b.year - 1}, confirme cette chronologie.",
    ]
    if b.is_sacred:
        choices += [
            f"Le clocher, abattu par l’orage de {b.year + d.randint(30, 120)}, est reconstruit plus bas.",
            f"Les peintures du chœur, cachées sous le badigeon, sont dégagées en {d.randint(1958, 2011)}.",
            f"Deux chapelles latérales sont fondées par la confrérie des {d.choice(('tanneurs', 'gabariers', 'drapiers', 'vignerons'))}.",
        ]
    if b.kind.noun in ("château", "manoir"):
        choices += [
            "L’aile orientale, jamais terminée, garde ses pierres d’attente.",
            f"Le parc est redessiné en {b.year + d.randint(60, 140)} à la manière anglaise.",
        ]
    return choices


def of_the_river(river: str) -> str:
    """« de la Valsère », « du Tarsin », « de l’Ombrelle »."""
    return f"du {river[3:]}" if river.startswith("le ") else f"de {river}"


def _revolution(b: Building, d: Dice, thing: str, e: str, he: str) -> tuple[str, ...]:
    year = d.randint(1791, 1797)
    return (
        f"Vendu{e} comme bien national en {year}, {he} sert de grange à foin, puis d’atelier de tonnelier.",
        f"En {year}, {thing} est acquis{e} par {in_letters(d.randint(2, 6))} habitants du bourg qui s’en partagent l’usage.",
        f"Les armoiries de la façade sont bûchées en {year} ; on en devine encore le contour.",
        f"{capital(he)} abrite un magasin à salpêtre de {year} à {year + d.randint(2, 6)}.",
    )


def _nineteenth(b: Building, d: Dice, thing: str, e: str, he: str) -> tuple[str, ...]:
    year = d.randint(max(1826, b.year + 10), 1909) if b.year < 1895 else 1909
    return (
        f"Le cadastre de {year} y figure un bâtiment annexe aujourd’hui disparu.",
        f"La commune l’achète en {year} et en confie l’entretien à un maçon {of(b.commune.name)}.",
        f"Une restauration, menée de {year} à {year + d.randint(1, 6)}, remplace {in_letters(d.randint(2, 6))} baies et la corniche.",
        f"La foudre y tombe en {year} ; une plaque en garde le souvenir.",
    )


def _today(b: Building, d: Dice, thing: str, e: str, he: str) -> tuple[str, ...]:
    year = d.randint(1961, 2016)
    return (
        f"Une association de sauvegarde, fondée en {year}, y organise chaque été des visites.",
        f"La couverture a été refaite en {year}.",
        f"Désaffecté{e} en {year}, {he} accueille aujourd’hui des expositions.",
        f"{capital(thing)} a été étudié{e} en {year} par le service de l’inventaire de {'Haute-Valserre'}.",
        f"Un sondage archéologique a livré en {year} un sol de carreaux vernissés du {dates.century(max(b.year - 100, 1001))}.",
    )


def description(b: Building, d: Dice) -> str:
    """What one sees, from the walls to the roof."""
    stone, roof = _STONES[b.stone], _ROOFS[b.roof]
    storeys, bays = d.randint(1, 3), d.choice((3, 4, 5, 7))
    he = "Elle" if b.kind.gender == "f" else "Il"
    said = [
        d.choice(
            (
                f"L’édifice est bâti en {stone}, avec des chaînes d’angle en pierre de taille.",
                f"Les murs, en {stone}, reposent sur un solin de pierre appareillée.",
                f"Le gros œuvre est en {stone} ; les encadrements des baies sont moulurés.",
            )
        )
    ]
    if b.is_sacred:
        said += [
            d.choice(
                (
                    f"La nef, de {in_letters(bays)} travées, est couverte d’une voûte d’ogives et ouvre sur un chœur à pans coupés.",
                    f"Le plan est allongé : une nef de {in_letters(bays)} travées, un transept peu saillant, une abside en hémicycle.",
                    "Le vaisseau unique, lambrissé, se termine par un chevet plat percé d’une baie à remplages.",
                )
            ),
            d.choice(
                (
                    "Le clocher, hors œuvre, porte une flèche polygonale.",
                    "Un clocher-mur à deux arcades surmonte la façade.",
                    "La tour, carrée, est épaulée de contreforts à ressauts.",
                    "La façade est percée d’une rose au-dessus du portail à voussures.",
                )
            ),
        ]
    elif b.kind.noun in ("croix de chemin", "fontaine", "lavoir", "colombier"):
        said.append(
            d.choice(
                (
                    f"L’ensemble, haut d’environ {in_letters(d.randint(3, 9))} mètres, repose sur un socle de trois degrés.",
                    "Un emmarchement circulaire donne accès à la vasque.",
                    "Le soubassement, en grand appareil, porte des traces d’outils.",
                    "Le bassin est alimenté par une source captée en amont.",
                )
            )
        )
    elif b.kind.noun == "jardin d’agrément":
        said = [
            d.choice(
                (
                    "Le jardin, de plan régulier, s’ordonne autour d’un bassin circulaire où se croisent deux allées.",
                    "Quatre carrés bordés de buis encadrent une fontaine ; une allée de tilleuls les sépare du potager.",
                )
            ),
            "Les parterres ont été replantés d’après un lavis ancien.",
            "Des topiaires d’if ponctuent les angles.",
        ]
    else:
        said += [
            d.choice(
                (
                    f"La façade compte {in_letters(bays)} travées et {in_letters(storeys)} étage{'s' if storeys > 1 else ''} carré{'s' if storeys > 1 else ''}.",
                    f"Le corps principal, sur {in_letters(storeys)} niveau{'x' if storeys > 1 else ''}, est flanqué de deux ailes en retour.",
                    f"L’élévation, ordonnancée, comporte {in_letters(bays)} travées de fenêtres à meneaux.",
                    f"{he} présente un plan massé et une élévation à travées.",
                )
            ),
            d.choice(
                (
                    "L’escalier tournant, à retours avec jour, est en charpente.",
                    "Un escalier en vis, dans œuvre, dessert les étages.",
                    "L’escalier droit, en maçonnerie, est voûté en berceau rampant.",
                    "On accède à l’étage par un escalier extérieur symétrique.",
                )
            ),
        ]
        if "pans de bois" in b.drawn:
            said.append(
                "Les étages, en encorbellement sur la rue, sont à pans de bois et hourdis de torchis ; les sablières sont sculptées d’engoulants."
            )
    if b.kind.noun != "jardin d’agrément":
        said.append(
            d.choice(
                (
                    f"La toiture est en {roof}.",
                    f"Le toit à longs pans est couvert {of(roof)}.",
                    f"La couverture, en {roof}, est à croupes.",
                )
            )
        )
    if d.maybe(0.35):
        said.append(
            d.choice(
                (
                    "Une pierre porte la marque d’un tâcheron.",
                    "On lit une date sur la clef.",
                    "Plusieurs graffitis de bateaux sont visibles à hauteur d’homme.",
                    "Un cadran solaire, effacé, occupe le mur sud.",
                )
            )
        )
    return " ".join(said)
