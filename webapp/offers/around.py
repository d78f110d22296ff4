"""Where one looks, in words: as a title says it, as a sentence, with the département."""

from functools import lru_cache

from webapp.i18n import gettext as _
from webapp.places.queries import Commune, departement_name
from webapp.places.saying import joined_to


@lru_cache(maxsize=1024)
def near(town: str, _locale: str) -> str:
    """Return where one looks, as a title says it."""
    return joined_to(_("près de %(town)s", town=town), town)


@lru_cache(maxsize=1024)
def where(commune: Commune, exact: bool, _locale: str) -> str:
    """Return where one looks, as a sentence."""
    town = with_departement(commune)
    if exact:
        return _("Près de vous, à %(town)s.", town=town)
    return joined_to(_("Près de %(town)s.", town=town), town)


def with_departement(town: Commune) -> str:
    """Return a commune's name with its département, by which people tell two alike apart."""
    return _(
        "%(town)s (%(departement)s)", town=town.name, departement=departement_name(town.departement)
    )
