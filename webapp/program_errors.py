"""What a program is told where the words for people would mislead whoever writes it."""

from webapp.i18n import lazy_gettext as _l

OF_API = {  # by HTTP status
    404: (
        _l("Il n’y a rien à cette adresse"),
        _l("/api/v1/openapi.json décrit chaque adresse. /api donne des exemples."),
    ),
    405: (
        _l("Cette adresse se lit seulement"),
        _l("Demandez-la avec GET. /api/v1/openapi.json décrit chaque adresse."),
    ),
}
