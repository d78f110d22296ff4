"""What the API answers, as plain values; the OpenAPI description says the same of each."""

from datetime import date
from typing import Any

from flask import current_app, url_for

from webapp.i18n import gettext as _
from webapp.jobs.queries import family
from webapp.jobs.queries import jobs as jobs_of
from webapp.jobs.words import Family
from webapp.offers import display
from webapp.offers.finding import Finding
from webapp.offers.models import Offer
from webapp.offers.people import Person
from webapp.offers.queries import Found, known_point
from webapp.offers.rules import HOUR
from webapp.organisations.kinds import LABELS
from webapp.organisations.models import Organisation
from webapp.places import queries as places
from webapp.places.queries import Commune
from webapp.places.rules import metres

Json = dict[str, Any]


def absolute(endpoint: str, **values: Any) -> str:
    """Return a whole address; it always begins as the instance's public one does."""
    return f"{current_app.config['PUBLIC_URL']}{url_for(endpoint, **values)}"


def labelled(key: str | None, label: object) -> Json | None:
    """Return a stable key with the words for it; None where there is none."""
    return {"key": key, "label": str(label)} if key else None


def commune(town: Commune) -> Json:
    """Return a commune."""
    return {
        "insee": town.insee,
        "name": town.name,
        "postcodes": list(town.postcodes),
        "departement": {
            "code": town.departement,
            "name": places.departement_name(town.departement),
        },
        "population": town.population,
        "lat": round(town.lat, 5),
        "lon": round(town.lon, 5),
    }


def one_family(known: Family) -> Json:
    """Return a family of work with its everyday jobs."""
    return {
        "key": known.key,
        "label": str(known.label),
        "short_label": str(known.short),
        "jobs": [
            {"key": job.key, "label": str(job.label), "rome_codes": list(job.codes)}
            for job in jobs_of(known.key)
        ],
    }


def looked_at(finding: Finding) -> Json:
    """Return from where one looks, and the other communes that the words may mean."""
    spot = finding.spot
    return {
        "place": commune(spot.commune) if spot and spot.commune else None,
        "other_places": [] if spot and spot.exact else [*map(commune, finding.communes[1:])],
    }


def offers(finding: Finding, on: date) -> Json:
    """Return one page of the offers found, or the newest where no place was given."""
    return looked_at(finding) | {
        "understood": finding.understood,
        "advice": unknown_word(finding.word) if not finding.understood else None,
        "radius_km": finding.asked.radius,
        "page": finding.asked.page,
        "offers": [offer(one, on) for one in found(finding)],
    }


def found(finding: Finding) -> list[Found]:
    """Return the offers of this page: none for a word that is not understood, rather than any."""
    if finding.spot:
        return finding.shown
    return finding.without_place if finding.understood else []


def unknown_word(word: str) -> str:
    """Return what to do about a word that means no work, and stands in no offer around."""
    return _(
        "Nous ne connaissons pas « %(word)s ». "
        "Donnez un travail dans mot, ou une clé de /api/v1/families dans metier.",
        word=word,
    )


def offer(found: Found, on: date) -> Json:
    """Return an offer of a list, with its distance from where one looks."""
    return {**summary(found.offer, on), "distance_m": found.metres}


def summary(offer: Offer, on: date) -> Json:
    """Return what a list tells of an offer."""
    page = display.Page(offer, on)
    known = family(offer.family or "")
    human = page.human
    return {
        "id": offer.public_id,
        "url": absolute("offers.show", public_id=offer.public_id),
        "kind": offer.kind,
        "job": labelled(offer.job, page.job),
        "family": labelled(offer.family, known.label if known else ""),
        "contract": labelled(offer.contract, page.contract),
        "employer": employer(offer.organisation),
        "place": where(offer),
        **hours_and_pay(page),
        "positions": offer.positions,
        "contact": {"first_name": human.first_name} if human else None,
        "answers_in_working_days": offer.promised_days,
        **moments(offer),
    }


def hours_and_pay(page: display.Page) -> Json:
    """Return the hours and the pay, in words and in numbers."""
    offer = page.offer
    return {
        "hours": {
            "text": page.hours_text,
            "minutes_a_week": offer.weekly_minutes,
            "minutes_a_week_max": offer.weekly_minutes_max,
        },
        "pay": {
            "text": page.pay_text,
            "cents_an_hour": offer.pay_cents,
            "cents_an_hour_max": offer.pay_cents_max,
        },
    }


def moments(offer: Offer) -> Json:
    """Return the days and moments of an offer, in UTC."""
    return {
        "published_at": offer.published_at.isoformat() if offer.published_at else None,
        "updated_at": offer.updated_at.isoformat(),
        "expires_on": offer.expires_on.isoformat() if offer.expires_on else None,
    }


def where(offer: Offer) -> Json:
    """Return where an offer is; the middle of the commune alone for a private home or a zone."""
    town = places.commune(offer.insee or "")
    hidden = bool(offer.private_home or offer.zone_km)
    lat, lon = known_point(offer) or (0.0, 0.0)
    return {
        "insee": offer.insee,
        "town": town.name if town else "",
        "lat": round(lat, 5),
        "lon": round(lon, 5),
        "exact": not hidden,
        "zone_km": offer.zone_km,
    }


def employer(structure: Organisation) -> Json:
    """Return who employs."""
    return {
        "id": structure.public_id,
        "name": structure.name,
        "kind": labelled(structure.kind, LABELS[structure.what]),
    }


def whole_offer(offer: Offer, on: date) -> Json:
    """Return everything that the page of an offer tells."""
    page = display.Page(offer, on)
    return {
        **summary(offer, on),
        "address": page.address_lines,
        "tasks": [{"key": task.key, "label": str(task.label)} for task in page.tasks],
        "week": [
            {"day": day, "from": clock(begin), "to": clock(end)} for day, begin, end in offer.week
        ],
        "start": page.start_text,
        "months": offer.months,
        "needs": [{"text": need.text, "learned": need.learned} for need in page.needs],
        "bring": page.bring,
        "way": list(offer.way),
        "words": offer.words,
        "contact": contact(page.human) if page.human else None,
    }


def contact(human: Person) -> Json:
    """Return the human of an offer, as its page shows them."""
    return {
        "first_name": human.first_name,
        "phone": human.phone.e164,
        "when": human.when_text,
        "languages": human.languages_text,
    }


def clock(minute: int) -> str:
    """Return a minute of the day as `06:30`; past midnight it is the next morning's."""
    return f"{minute // HOUR % 24:02d}:{minute % HOUR:02d}"


def structure(row: Organisation, point: tuple[float, float]) -> Json:
    """Return a structure and how far it is; its place is that of its commune at least."""
    town = places.commune(row.insee)
    return {
        **employer(row),
        "address": row.address,
        "insee": row.insee,
        "town": town.name if town else "",
        "lat": round(row.lat, 5),
        "lon": round(row.lon, 5),
        "phone": row.phone,
        "takes_requests": row.takes_requests,
        "distance_m": round(metres(*point, row.lat, row.lon)),
    }
