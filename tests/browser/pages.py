"""The pages that are looked at in a browser: add each new one here, once.

`{offer}` stands for the public name of an offer of the demonstration, `{request}` for that of a
request just sent.
"""

from tests.factories import make_application
from webapp import i18n

PUBLIC = {
    "home": "/",
    "results": "/offres?ou=Vaulx-en-Velin",
    "results of a picture": "/offres?metier=cleaning&ou=Vaulx-en-Velin",
    "no result": "/offres?metier=farm&ou=Brest&rayon=2",
    "nothing with these needs": "/offres?ou=Vaulx-en-Velin&besoin=assis&besoin=stage",
    "be told": "/prevenez-moi?mot=blorpf&ou=Valence",
    "offer": "/offres/{offer}",
    "offer, printed": "/offres/{offer}/imprimer",
    "three ways": "/offres/{offer}/interesse",
    "I call": "/offres/{offer}/interesse/appeler",
    "I visit": "/offres/{offer}/interesse/passer",
    "leave a message": "/demande/{request}/message",
    "card to print": "/offres/{offer}/interesse/carte",
    "is it a scam": "/arnaques",
    "lessons": "/arnaques/apprendre",
    "lesson": "/arnaques/apprendre/harcelement",
    "lesson tried": "/arnaques/apprendre/argent/vrai",
    "report an offer": "/offres/{offer}/signaler",
    "reported": "/offres/{offer}/signaler/merci",
    "settings": "/reglages",
    "words explained": "/glossaire",
    "heard without scripts": "/ecouter?page=/offres/{offer}",
    "come in with a number": "/connexion",
    "enter with a card": "/connexion/carte",
    "information meetings": "/reunions?ou=Vaulx-en-Velin",
    "help": "/aide",
    "help near a town": "/aide?ou=Valence",
    "whom to call to help": "/aide/demander/papiers?ou=Valence",
    "a job with help": "/parcours/suis-je-concerne",
    "accessibility": "/accessibilite",
    "privacy": "/confidentialite",
    "legal notice": "/mentions-legales",
    "erased": "/efface",
    "without network": "/sans-reseau",
    "on my screen": "/installer",
    "what has changed": "/nouveautes",
    "no such page": "/n-existe-pas",
}
LANGUAGES = {
    "French": "",
    "simple French": "/simple",
    **({"Arabic": "/ar"} if "ar" in i18n.LANGUAGES else {}),
}
# Looked at on the five main pages alone.
OTHER_LANGUAGES = sorted(set(i18n.LANGUAGES) - {"", "simple", "ar"})
MAIN = ("home", "results", "offer", "three ways", "settings")

# Pages of someone who is in: who opens them, and where. "half" has not shown the second proof.
SIGNED_IN = {
    "my follow-up": ("person", "/suivi"),
    "whose phone this is": ("person", "/connexion/telephone"),
    "the birthday": ("person", "/connexion/anniversaire"),
    "one thing known": ("half person", "/connexion/preuve"),
    "come back with a finger": ("person", "/connexion/empreinte"),
    "my devices": ("person", "/moi/appareils"),
    "notifications": ("person", "/moi/signal"),
    "devices of a professional": ("adviser", "/connexion/pro/appareils"),
    "first key of a professional": ("half adviser", "/connexion/pro/cle"),
    "door of professionals": ("anyone", "/connexion/pro"),
    "link on its way": ("anyone", "/connexion/pro/envoye"),
    "link that opens no more": ("anyone", "/connexion/pro/lien/invented"),
    "page of another role": ("employer", "/conseiller/"),
    "my paper card": ("person", "/moi/carte"),
    "my page": ("person", "/moi"),
    "my data": ("person", "/moi/donnees"),
    "all that is known of me": ("person", "/moi/donnees/lire"),
    "before erasing": ("person", "/moi/effacer"),
    "my two records": ("person", "/moi/reunir"),
    "my path": ("person", "/parcours/moi"),
    "my people": ("adviser", "/conseiller/"),
    "write someone down": ("adviser", "/conseiller/inscrire"),
    "someone has their card": ("adviser", "/conseiller/carte"),
    "who waits for help": ("adviser", "/conseiller/aides/"),
    "who answers for what": ("lead", "/structure/aides/"),
    "figures": ("lead", "/structure/chiffres"),
    "figures to share": ("lead", "/structure/chiffres/partage"),
    "collective acts": ("adviser", "/structure/actions/"),
    "note a collective act": ("adviser", "/structure/actions/nouvelle"),
    "posts to come": ("employer", "/employeur/besoins/"),
    "posts to come in the territory": ("adviser", "/conseiller/besoins/"),
    "information meetings of a structure": ("adviser", "/structure/reunions/"),
    "post an information meeting": ("adviser", "/structure/reunions/nouvelle"),
    "the network": ("network", "/reseau/"),
    "acts of a network by article": ("network", "/reseau/actions"),
    "the team": ("lead", "/structure/"),
    "open an account": ("lead", "/structure/equipe/nouveau"),
    "what the structure says": ("lead", "/structure/fiche"),
    "my absence": ("network", "/structure/absence"),
}


def path_of(pattern: str, offer: str) -> str:
    """The address that a pattern means, for this offer and a request just sent."""
    made = make_application(first_name="Fatou").public_id if "{request}" in pattern else ""
    return pattern.format(offer=offer, request=made)
