"""The page of an offer that says where: the structure, elsewhere, a private home, or a zone."""

from datetime import datetime
from typing import Any

from webapp.employers import actions, rules, words
from webapp.employers.fields import StepForm, only, pairs
from webapp.employers.forms import PlaceForm
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation
from webapp.places import queries as places

USUAL_ZONE_KM = 15


def place_form(offer: Offer) -> StepForm:
    """Return the place as it is kept: at first, the structure itself."""
    mode = mode_of(offer)
    known = town_text(offer.insee or offer.organisation.insee)
    form = PlaceForm(
        data={
            "mode": mode,
            "place_name": offer.place_name if mode == "elsewhere" else "",
            "address": offer.address if mode == "elsewhere" else "",
            "elsewhere_town": known,
            "home_town": known,
            "zone_town": known,
            "zone_km": offer.zone_km or USUAL_ZONE_KM,
            "way": offer.way,
        }
    )
    form.contract = offer.contract
    form.here = here_text(offer.organisation)
    keys = ["here", "elsewhere", "home"]
    if offer.organisation.what.sends_to_others:
        keys.append("zone")
    form.mode.choices = only(words.WAYS_OF_PLACE, keys)
    form.zone_km.choices = pairs({km: words.up_to_km(km) for km in rules.ZONES_KM})
    offer_towns(form, offer, known)
    return form


def mode_of(offer: Offer) -> str:
    """Return the way in which the place is said."""
    here = offer.organisation
    if offer.zone_km:
        return "zone"
    if offer.private_home:
        return "home"
    return "here" if (offer.insee, offer.address) == (here.insee, here.address) else "elsewhere"


def here_text(here: Organisation) -> str:
    """Return where a structure is, in one line."""
    town = places.commune(here.insee)
    said = town is None or town.name in here.address
    return ", ".join(filter(None, (here.name, here.address, "" if said else town_text(here.insee))))


def offer_towns(form: Any, offer: Offer, known: str) -> None:
    """Choose the commune where the words leave no doubt, else offer those to choose from."""
    insee = offer.insee or offer.organisation.insee
    if form.mode.data == "here" or form.town() == known:
        form.insee.choices, form.insee.data = pairs({insee: known}), insee
        return
    found = places.choices(form.town())
    form.insee.choices = pairs({town.insee: town_text(town.insee) for town in found})
    form.unknown_town = not found
    if len(found) == 1:
        form.insee.data = found[0].insee


def town_text(insee: str) -> str:
    """Return a commune as it is written to be found again: `Vaulx-en-Velin (69120)`."""
    town = places.commune(insee)
    if town is None:
        return ""
    return f"{town.name} ({town.postcodes[0] if town.postcodes else town.insee})"


def keep_place(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the place; a private home shows its commune only."""
    here, mode = offer.organisation, form.mode.data
    columns = at_home_of(here) if mode == "here" else point_of(here, form.insee.data)
    if mode == "elsewhere":
        columns |= {"place_name": form.place_name.data, "address": form.address.data}
    columns |= {
        "private_home": mode == "home",
        "zone_km": form.zone_km.data if mode == "zone" else None,
        "way": way(offer, form, (columns["insee"], columns["address"])),
    }
    actions.write(offer, columns, now)


def way(offer: Offer, form: Any, there: tuple[str, str]) -> list[str]:
    """Return how to get there: one that was brought for another address is not kept."""
    return actions.way_after_move(offer, form.way.data, (offer.insee, offer.address), there)


def at_home_of(here: Organisation) -> dict[str, Any]:
    """Return the place of a structure."""
    return {
        "insee": here.insee,
        "place_name": here.name,
        "address": here.address,
        "lat": here.lat,
        "lon": here.lon,
    }


def point_of(here: Organisation, insee: str) -> dict[str, Any]:
    """Return the place of a commune: its own point, or the structure's in its own commune."""
    town = places.commune(insee)
    own = town is None or insee == here.insee
    return {
        "insee": insee,
        "place_name": "",
        "address": "",
        "lat": here.lat if own or town is None else town.lat,
        "lon": here.lon if own or town is None else town.lon,
    }
