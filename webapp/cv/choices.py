"""What one may choose for a CV, as the questions say it; french.py says how the page does."""

from webapp.i18n import lazy_gettext as _l
from webapp.offers.labels import LANGUAGES, START

LONG = {
    "short": _l("Moins d’un an"),
    "some": _l("De 1 à 3 ans"),
    "long": _l("Plus de 3 ans"),
}
LICENCE = {
    "none": _l("Pas de permis"),
    "scooter": _l("Scooter (permis AM)"),
    "b": _l("Permis B, sans voiture"),
    "car": _l("Permis B, avec une voiture"),
    "lorry": _l("Permis C (camion)"),
}
FRENCH = {
    "little": _l("Un peu"),
    "some": _l("Je me débrouille"),
    "good": _l("Je parle bien"),
    "write": _l("Je parle et j’écris bien"),
}
SPOKEN = {key: label for key, label in LANGUAGES.items() if key not in ("fr", "relay")}
FREE = {key: START[key] for key in ("now", "soon")}
HOURS = {
    "morning": _l("Matin"),
    "afternoon": _l("Après-midi"),
    "evening": _l("Soir"),
    "night": _l("Nuit"),
    "weekend": _l("Samedi, dimanche"),
}
