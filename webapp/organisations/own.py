"""Changes that a structure makes to its own facts: its words, hours, sites and contacts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from webapp.accounts.models import Account
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.offers import actions as offers
from webapp.offers import queries as offer_queries
from webapp.offers.enums import OfferStatus
from webapp.organisations import actions, log, members, queries
from webapp.organisations.enums import Logged
from webapp.organisations.models import Contact, Organisation, Site

Hours = list[list[int]]


class Answers(Refused):
    """The contact answers for offers: someone else must first."""

    title = _l("Cette personne répond encore")
    code = 409

    def __init__(self, count: int) -> None:
        """Say for how many offers."""
        super().__init__()
        self.advice = ngettext(  # type: ignore[assignment]
            "Son nom est sur %(num)d offre. Choisissez d’abord quelqu’un d’autre dans cette offre.",
            "Son nom est sur %(num)d offres. Choisissez d’abord quelqu’un d’autre dans ces offres.",
            count,
        )


def change_facts(
    organisation: Organisation, facts: Mapping[str, Any], *, by: Account, now: datetime
) -> None:
    """Write what a structure says of itself; its offers are found by its new name at once."""
    renamed = facts.get("name", organisation.name) != organisation.name
    changed = [name for name, value in facts.items() if getattr(organisation, name) != value]
    for name in changed:
        setattr(organisation, name, facts[name])
    if changed:
        log.note(organisation, Logged.FACTS, by=by, now=now, changed=sorted(changed))
    if renamed:
        for offer in offer_queries.offers_of(organisation.id):
            offers.index(offer)


def keep_hours(place: Organisation | Site, hours: Hours, *, by: Account, now: datetime) -> None:
    """Write when a structure, or one of its sites, is open; no hours means that nobody says."""
    place.hours = hours
    organisation = place.organisation if isinstance(place, Site) else place
    log.note(organisation, Logged.HOURS, by=by, now=now, place=place.name)


def take_requests(organisation: Organisation, wanted: bool, *, by: Account, now: datetime) -> None:
    """Say whether people may ask this structure for work."""
    if organisation.takes_requests is wanted:
        return
    organisation.takes_requests = wanted
    act = Logged.REQUESTS_ON if wanted else Logged.REQUESTS_OFF
    log.note(organisation, act, by=by, now=now)


def add_site(
    organisation: Organisation, facts: Mapping[str, Any], *, by: Account, now: datetime
) -> Site:
    """Add a place to a structure and return it."""
    site = Site(organisation=organisation, hours=[], **facts)
    db.session.add(site)
    db.session.flush()
    log.note(organisation, Logged.SITE_ADDED, by=by, now=now, place=site.name)
    return site


def change_site(site: Site, facts: Mapping[str, Any], *, by: Account, now: datetime) -> None:
    """Write what a place now is."""
    for name, value in facts.items():
        setattr(site, name, value)
    log.note(site.organisation, Logged.SITE_CHANGED, by=by, now=now, place=site.name)


def remove_site(site: Site, *, by: Account, now: datetime) -> None:
    """Take a place away; offers made there keep their own address."""
    log.note(site.organisation, Logged.SITE_REMOVED, by=by, now=now, place=site.name)
    db.session.delete(site)
    db.session.flush()


def add_contact(
    organisation: Organisation, person: actions.Person, *, by: Account, now: datetime
) -> Contact:
    """Add someone who answers for this structure."""
    contact = actions.add_contact(organisation, person)
    log.note(organisation, Logged.CONTACT_ADDED, by=by, now=now, name=contact.first_name)
    return contact


def change_contact(contact: Contact, person: actions.Person, *, by: Account, now: datetime) -> None:
    """Write who answers; the offers show it at once."""
    contact.first_name, contact.last_name = person.first_name, person.last_name
    contact.role, contact.phone = person.role, person.phone
    contact.languages = list(person.languages)
    if person.call_when is not None:
        contact.call_when = person.call_when
    log.note(contact.organisation, Logged.CONTACT_CHANGED, by=by, now=now, name=contact.first_name)


def remove_contact(contact: Contact, *, by: Account, now: datetime) -> None:
    """Take someone away; raise Answers while an offer that is not over names them.

    For the offers that are over, the replacement or another person of the structure answers.
    """
    here = contact.organisation
    named = [
        offer
        for offer in offer_queries.offers_of(here.id)
        if contact.id in (offer.contact_id, offer.backup_id)
    ]
    living = [offer for offer in named if offer.status != OfferStatus.CLOSED]
    if living:
        raise Answers(len(living))
    other = next((one for one in here.contacts if one is not contact), None)
    for offer in named:
        offer.backup = None if offer.backup is contact else offer.backup
        offer.contact = offer.backup or other if offer.contact is contact else offer.contact
    log.note(here, Logged.CONTACT_REMOVED, by=by, now=now, name=contact.first_name)
    here.contacts.remove(contact)
    db.session.flush()


def close_structure(organisation: Organisation, now: datetime) -> int:
    """Close a structure: its accounts, its invitations, its offers; return how many accounts."""
    closed = queries.members(organisation.id)
    for account in closed:
        members.close(account, by=None, now=now, whole=True)
    actions.revoke(organisation, now)
    for offer in offer_queries.offers_of(organisation.id):
        if offer.status != OfferStatus.CLOSED:
            offers.close(offer, "withdrawn", now)
    organisation.takes_requests = False
    log.note(organisation, Logged.CLOSED, by=None, now=now)
    return len(closed)
