"""Turns of daily life that ask for no work: one's own things and family, housing, papers."""

import re

# Words of someone who looks for work, or says what they do: with them, the turns below say nothing.
SEEKING = re.compile(
    r"\b(?:cherch\w*|recherch\w*|travail\w*|boulots?|emplois?|tafs?|taffer|jobs?|postes?|metiers?"
    r"|missions?|stages?|dispo\w*|candidat\w*|embauch\w*|recrut\w*|boss\w*|devenir|interim\w*"
    r"|work\w*|cdd|cdi|j ai (?:ete|fait|deja)|je (?:fais|fai|sais|suis une?))\b"
)
KIN = (
    "fils|filles?|maris?|femme|freres?|soeurs?|amie?s?|copains?|copines?|meres?|peres?|cousine?s?"
    "|neveux?|niece|oncle|tante|enfants?|conjointe?|compagnon|compagne|voisine?s?|bebes?|mamans?"
    "|papas?|parents?|grand mere|grand pere|mamie|papi|papy|ex|bb|petits?|petites?"
)
# What is one's own and goes with a work, or is no thing.
OWN = (
    r"permis|diplomes?|cap|bep|caces|experiences?|formations?|bts|bac|ssiap|profil|domaine|ancien\w*"
    r"|premiere?|reve|pays|quartier|ville|propre|coin|secteur|temps|age|habitudes?|passion|camion"
    r"|camionnette|outils?|materiel|fourgon|nom|savoir|vie|mains?|branche|competences?|cv"
)
STATES = (
    r"(?:est|sont|etait) (?:a|au|aux|en|chez|mort\w*|parti\w*|malade\w*|tombe\w*|nee?|blesse\w*"
    r"|hospital\w*|enceinte|seule?|perdue?|handicape\w*|placee?s?|venue?|arrivee?|la|pas|toute?)\b"
    r"|(?:va|vont|passe|passent|pleure\w*|dort|dorment|rentre|mange|grandit|crie|tousse)\b"
    r"|(?:a|ont) (?:\d+|un an|perdu|mal|peur|faim|froid|eu|la|de la|besoin|quitte|vole)\b"
    r"|(?:me|m|ne|n)\b"
)
# A person rents one flat, a trade rents flats: what is done to many things may be a work.
ONE = r"(?:un|une|le|la|l|mon|ma|mes|notre|nos|son|sa|ses|cette|ce)"
ANY = rf"(?:{ONE}|des|du|de|d|les)"
WANTING = r"(?:(?:je|j|on|nous|il|faut|veux|veu|voudrais|dois|peux|peut|aimerais|pour|puis) )*"
TURNS = (
    rf"\b(?:mon|ma|mes|notre|nos|ton|ta|tes) (?!(?:{KIN}|{OWN})\b)\w+",
    rf"\b(?:mon|ma|mes) (?:{KIN}) (?:{STATES})",
    r"^ou (?:est|sont|se|puis|peut|trouver|aller|je)\b",
    r"^comment (?:aller|avoir|obtenir|demander|payer|renouveler|refaire|annuler|changer)\b",
    r"^comment (?:contacter|remplir|s inscrire)\b",
    r"^combien (?:coute|ca|c|de temps|pour|je)\b",
    r"^(?:quand (?:est|ouvre|ferme)|a quelle heure)\b",
    rf"^{WANTING}(?:acheter|achete|payer|inscrire|m inscrire|renouveler|resilier) {ANY}\b",
    rf"^{WANTING}(?:louer|annuler|emprunter|commander|recuperer|declarer|imprimer) {ONE}\b",
    rf"^{WANTING}(?:telecharger|adopter|visiter|heberger|rejoindre|joindre|contacter) {ONE}\b",
    rf"^{WANTING}(?:appeler|quitter|photocopier|rembourser|retirer) {ONE}\b",
    r"\bchang\w+ (?:d|de|l) ?(?:adresse|nom|banque|numero|telephone|logement|ecole|medecin)\b",
    r"\ba (?:louer|acheter|echanger|donner)\b",
    r"\b(?:dettes?|impayee?s?|loyers?|caution|expulsion)\b",
    r"\b(?:horaires?|tarifs?|programme) (?:d|de|du|des|l|la|le)\b",
    r"\bau secours\b|\ba l aide\b|\bsos\b",
    r"(?<!des )\bcours de (?:conduite|code|francais|anglais|arabe)\b(?! aux? )",
)
DAILY = re.compile("|".join(TURNS))
BROKEN = re.compile(
    r"\b(?:en panne|fuit|hors service|(?:est|sont|suis|ai|a) (?:cass|vol|perd|bloqu|coup)[eu]e?s?"
    r"|(?:marche|fonctionne|s allume|demarre) (?:pas|plus))\b"
)
MENDING = re.compile(
    r"\b(?:repar\w*|depann\w*|mecan\w*|technicien\w*|maintenance|entretien|objets?)\b"
)


def is_daily(text: str) -> bool:
    """Whether plain words tell of daily life, and of no work that someone looks for."""
    if SEEKING.search(text):
        return False
    is_broken = BROKEN.search(text) is not None and not MENDING.search(text)
    return is_broken or DAILY.search(text) is not None
