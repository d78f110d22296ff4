"""What the API refuses for its own reasons: no such offer, nowhere to look."""

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l


class OfferIsOver(Refused):
    """The offer was published, and no longer is."""

    title = _l("Cette offre est finie")
    advice = _l("Demandez la liste des offres : celle-ci n’y est plus.")
    code = 410


class NoSuchOffer(Refused):
    """No offer ever had this number."""

    title = _l("Cette offre n’existe pas")
    advice = _l("Demandez la liste avec /api/v1/offers : chaque offre y donne son id.")
    code = 404


class NothingToLookFor(Refused):
    """The address gives no words for a commune."""

    title = _l("Il manque le nom d’une commune")
    advice = _l("Donnez un nom ou un code postal dans q : /api/v1/places?q=bron")


class NowhereToLook(Refused):
    """The address gives no place that can be found."""

    title = _l("Il manque le lieu")
    advice = _l("Donnez lat et lon, ou une ville dans ou.")
