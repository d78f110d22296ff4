"""The commune of a place, from any words: chosen where they leave no doubt, else to choose."""

from typing import Any

from webapp.employers.fields import pairs
from webapp.employers.place import town_text as written
from webapp.organisations.forms import TownForm
from webapp.organisations.models import Organisation, Site
from webapp.places import queries as places

__all__ = ["offer", "point", "written"]


def offer(form: TownForm, known: str | None) -> None:
    """Choose the commune of a form, else offer those that its words may mean."""
    text = form.town.data or ""
    if known and text == written(known):
        form.insee.choices, form.insee.data = pairs({known: text}), known
        return
    found = places.choices(text)
    form.insee.choices = pairs({town.insee: written(town.insee) for town in found})
    form.unknown_town = not found
    if len(found) == 1:
        form.insee.data = found[0].insee


def point(insee: str, before: Organisation | Site | None) -> dict[str, Any]:
    """Return the columns of a place: a point that was known in the same commune is kept."""
    town = places.commune(insee)
    if town is None or (before is not None and before.insee == insee):
        return {}
    return {"insee": insee, "lat": town.lat, "lon": town.lon}
