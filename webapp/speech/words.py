"""What a picture beside a number says to the eye, said to the ear: facts in whole sentences."""

from webapp.i18n import lazy_gettext as _l

FACTS = {
    "clock": _l("Vous travaillez %(fact)s."),
    "coin-euro": _l("Vous gagnez %(fact)s."),
    "walk": _l("C’est %(fact)s."),
    "map-pin": _l("C’est %(fact)s."),
}
