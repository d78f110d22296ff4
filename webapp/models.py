"""Every table of the product, imported so that the database knows them all."""

from webapp.applications import models as applications
from webapp.offers import models as offers
from webapp.organisations import models as organisations
from webapp.places import models as places
from webapp.scams import models as scams

__all__ = ["applications", "offers", "organisations", "places", "scams"]
