"""Turns of daily life that ask for no work: one's own things and family, housing, papers."""

import re

# Words of someone who looks for work, or says what they do: with them, the turns below say nothing.
SEEKING = re.compile(
    r"\b(?:cherch\w*|recherch\w*|travail\w*|boulots?|emplois?|tafs?|taffer|jobs?|postes?|metiers?"
    r"|missions?|stages?|dispo\w*|candidat\w*|embauch\w*|recrut\w*|boss\w*|devenir|interim\w*"
    r"|work\w*|cdd|cdi|j ai (?:ete|fait|deja)|je (?:fais|fai|sais|suis une?)|vend\w*|magasins?)\b"
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
FEELING = (
    r"(?:tristes?|seule?s?|malades?|perdue?s?|fatiguee?s?|contente?|heureu\w+|stress\w+|enerv\w+"
    r"|desole\w*|inquiet\w*|bloque\w*|expuls\w+|enceinte|divorce\w*|mariee?|celibataire|degoute\w*"
    r"|decue?s?|epuise\w*|creve\w*|decourage\w*|deprime\w*|nee?|arrivee?|sans|mal|handicap\w+"
    r"|refugi\w+|en (?:colere|galere|retard|retraite|conge\w*|arret)|a bout"
    r"|a la (?:rue|maison|retraite))"
)
HAVING = (
    r"(?:froid|chaud|soif|faim|sommeil|honte|peur|mal|perdu|oublie|rate|casse|recu|rendez|rdv|besoin"
    r"|un probleme|une question|un rendez|un rdv|plus)"
)
CARERS = (
    r"(?:dentistes?|medecins?|docteurs?|pediatres?|gyneco\w*|kine\w*|ophtalmo\w*|psy\w*|dermato\w*"
    r"|coiffeurs?|pharmacies?|hopital|veterinaires?|avocats?|notaires?|garagistes?|plombiers?"
    r"|serruriers?|electriciens?|creches?|ecoles?|garderies?)"
)
THINGS = (
    r"(?:velos?|voitures?|scooters?|motos?|telephones?|portables?|cartes?|sacs?|portefeuilles?|cles?"
    r"|papiers?|passeports?|chats?|chiens?|bijoux|argent|valises?|lunettes)"
)
MENDED = (
    r"(?:roues?|pneus?|huile|courroies?|freins?|lits?|draps?|couches?|ampoules?|robinets?|chaudieres?"
    r"|serrures?|fenetres?|portes?|lino|sols?|carrelage|toits?|toitures?|batteries?|ecrans?|vitres?"
    r"|filtres?|pieces?|vie|voie|branche|bebes?|vidange)"
)
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
    rf"\bchang\w+ (?:d|de|l|la|le) (?!{MENDED}\b)\w+",
    rf"\b{CARERS} (?:urgen\w+|rapide\w*|ouvert\w*|gratuit\w*|de garde|inscriptions?|fermee?s?)\b",
    rf"\b{CARERS} (?:de|pour) (?:mon|ma|mes) (?:{KIN})\b",
    rf"\b{THINGS} (?:vole|perdu|casse|trouve|sterilise|expire|perime|bloque)e?s?\b",
    rf"\b{THINGS} a (?:donner|vendre)\b",
    r"^(?:la |une )?fiche de pa[iy]e$",
    r"\b(?:cafards?|punaises?|souris|rats?|moisissures?|fuites?|bruit) (?:dans|chez)\b",
    r"\bbourses? (?:college|lycee|scolaires?|etudian\w+|crous)\b",
    r"\b(?:aides?|prime|cheque) pour payer\b",
    r"^personne ne\b",
    r"^(?:\d+ )?(?:rue|avenue|boulevard|allee|impasse) (?:de|du|des|d|l)\b",
    r"\bde chez (?:mon|ma|mes)\b",
    r"\bje (?:pleure|dors|souffre|t aime)\b",
    rf"\b(?:{CARERS}|nounous?) pour (?:mon|ma|mes|adultes?)\b",
    r"\ba (?:louer|acheter|echanger|donner)\b",
    r"\b(?:dettes?|impayee?s?|loyers?|caution|expulsion)\b",
    r"\b(?:horaires?|tarifs?|programme) (?:d|de|du|des|l|la|le)\b",
    r"\bau secours\b|\ba l aide\b|\bsos\b",
    r"(?<!des )\bcours de (?:conduite|code|francais|anglais|arabe)\b(?! aux? )",
)
# What tells of daily life unless a trade stands beside it: "chauffeur de bus 54".
HINTS = (
    rf"\bj (?:ai|avais) (?:tres |trop |encore )?{HAVING}\b",
    r"^(?:vous etes|tu es|t es|c est|ce n est|quels?|quelles?)\b",
    r"\b(?:bus|tram|tramway|metro|ligne|rer|train|quai) \d+\b",
    r"\bgare (?:routiere|sncf|de|du|d|saint|st|tgv|centrale)\b",
    r"\bd occasions?\b",
    r"\bce soir$|\bouvert(?:e|s|es)?$|^soldes?\b",
    rf"\b(?:je|j) (?:suis|etais) (?:tres |trop |toute? )?{FEELING}\b",
    r"\bje (?:me sens|m ennuie|me suis (?:perdu|trompe)e?|m appelle|n ai|comprends|connais)\b",
    r"\b(?:anniversaires?|baptemes?) (?:de|d|du|a)\b",
    r"\b(?:tickets?|billets?|abonnements?) (?:de |d )?(?:metro|bus|train|tram|avion|concert)\b",
)
TRADES = (
    r"(?:menage|nettoy|plong|cuisin|chauff|conduc|livr|macon|caiss|serveu|vigil|agent|aid|gard|jardin"
    r"|manutent|carist|peint|plomb|electric|coiff|secretair|soud|usin|chantier|entretien|couvr|coutu"
    r"|animat|repass|prepar|mecan|ouvri|gardi|boulang|boucher|control|reparat|restau)"
)
DAILY = re.compile("|".join(TURNS))
HINTED = re.compile(rf"^(?!.*\b{TRADES})(?:.*?(?:{'|'.join(HINTS)}))")
BROKEN = re.compile(
    r"\b(?:en panne|fuit|hors service|(?:est|sont|suis|ai|a) (?:cass|vol|perd|bloqu|coup)[eu]e?s?"
    r"|(?:marche|fonctionne|s allume|demarre) (?:pas|plus))\b"
)
MENDING = re.compile(
    r"\b(?:repar\w*(?! (?:mon|ma|mes)\b)|depann\w*|mecan\w*|technicien\w*|maintenance|entretien"
    r"|objets?|lutt\w*|trait\w*|vent\w*|control\w*)\b"
)


def is_daily(text: str) -> bool:
    """Whether plain words tell of daily life, and of no work that someone looks for."""
    if SEEKING.search(text):
        return False
    found = BROKEN.search(text) or DAILY.search(text) or HINTED.search(text)
    return found is not None and not MENDING.search(text)
