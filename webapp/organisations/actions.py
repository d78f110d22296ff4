"""Changes to structures: open one, name its people, invite them in, close the door."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from webapp.extensions import db
from webapp.organisations import queries, rules
from webapp.organisations.kinds import OrganisationKind
from webapp.organisations.models import Contact, Invitation, Organisation


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who answers for a structure: `phone` is E.164, `call_when` as in Contact, None for usual."""

    first_name: str
    phone: str
    last_name: str = ""
    role: str = ""
    languages: tuple[str, ...] = ("fr",)
    call_when: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Structure:
    """A structure to open: what it is, and where by INSEE code and degrees."""

    kind: OrganisationKind
    name: str
    insee: str
    lat: float
    lon: float
    address: str = ""
    phone: str | None = field(default=None)


def open_structure(structure: Structure, now: datetime) -> Organisation:
    """Add a structure and return it."""
    organisation = Organisation(
        kind=structure.kind,
        name=structure.name,
        address=structure.address,
        insee=structure.insee,
        lat=structure.lat,
        lon=structure.lon,
        phone=structure.phone,
        created_at=now,
    )
    db.session.add(organisation)
    db.session.flush()
    return organisation


def add_contact(organisation: Organisation, person: Person) -> Contact:
    """Add someone who answers for this structure; the same phone and first name is one person."""
    known = queries.contact_like(organisation.id, person.first_name, person.phone)
    if known is not None:
        return known
    contact = Contact(
        organisation=organisation,
        first_name=person.first_name,
        last_name=person.last_name,
        role=person.role,
        phone=person.phone,
        languages=list(person.languages),
    )
    if person.call_when is not None:
        contact.call_when = person.call_when
    db.session.add(contact)
    db.session.flush()
    return contact


def note_absence(contact: Contact, begin: date, end: date) -> None:
    """Let the replacement answer from one day to another, both included."""
    contact.away_from, contact.away_until = begin, end
    db.session.flush()


def note_return(contact: Contact) -> None:
    """Let someone who is back answer again."""
    contact.away_from = contact.away_until = None
    db.session.flush()


def invite(organisation: Organisation, now: datetime) -> str:
    """Make an invitation and return its secret, which is kept nowhere."""
    token = secrets.token_urlsafe(rules.TOKEN_BYTES)
    db.session.add(
        Invitation(
            organisation=organisation,
            token_hash=rules.hash_of(token),
            created_at=now,
            expires_at=now + rules.INVITATION_LASTS,
        )
    )
    db.session.flush()
    return token


def revoke(organisation: Organisation, now: datetime) -> int:
    """Close every invitation of a structure at once; return how many."""
    invitations = queries.live_invitations(organisation.id)
    for invitation in invitations:
        invitation.revoked_at = now
    db.session.flush()
    return len(invitations)
