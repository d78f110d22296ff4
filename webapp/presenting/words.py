"""The words for what a referent and an employer agree on."""

from webapp.i18n import lazy_gettext as _l
from webapp.presenting.rules import Shown

PLACES = {
    Shown.HELP_PLACES: _l("Affichée dans les lieux d’aide"),
    Shown.MEETINGS: _l("Dite en réunion d’information"),
    Shown.PARTNERS: _l("Envoyée aux partenaires"),
}
