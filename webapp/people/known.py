"""What is kept about someone, said in words: the same as the exported file, to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp import phones
from webapp.accounts import passkeys
from webapp.accounts.device_words import device_name
from webapp.accounts.models import Card, Device
from webapp.applications.models import Application
from webapp.applications.voice import queries as voice
from webapp.applications.voice.actions import content
from webapp.cv.french import Sheet
from webapp.cv.queries import cv_of
from webapp.extensions import db
from webapp.i18n import LANGUAGES, french, ngettext
from webapp.i18n import gettext as _
from webapp.messages.models import Message, PushSubscription
from webapp.offers.display import job_name
from webapp.offers.models import Offer
from webapp.offers.words import date_text
from webapp.pathways import told as pathways
from webapp.people import known_followup as followup
from webapp.people import sensitive, words
from webapp.people.display import local
from webapp.people.enums import Act, Sensitive
from webapp.people.models import Person, PhoneChange


@dataclass(frozen=True)
class Section:
    """One kind of thing that is kept, a line each."""

    title: str
    lines: Sequence[object]


def known(person: Person) -> list[Section]:
    """Return what is kept about someone; a kind of which nothing is kept is left out."""
    sections = [
        Section(_("Vous"), oneself(person)),
        Section(_("Vos demandes"), requests(person)),
        Section(_("Mon message"), voices(person)),
        Section(_("Mes alertes par SMS"), followup.alerts(person)),
        Section(_("Réunions d’information"), followup.seats(person)),
        Section(_("Vos demandes d’aide"), followup.helps(person)),
        Section(_("Votre CV"), cv(person)),
        Section(_("Vos informations protégées"), sealed(person)),
        Section(_("Votre parcours d’insertion"), pathways.lines(person)),
        Section(_("Qui vous accompagne"), followup.followers(person)),
        Section(_("Mes prochaines étapes"), followup.steps(person)),
        Section(_("Ce qui s’est passé"), followup.happened(person)),
        Section(str(words.ACTS[Act.TOGETHER]), followup.sessions_of_two(person)),
        Section(_("Vos appareils"), devices(person)),
        Section(_("Un signal sur ce téléphone"), signals(person)),
        Section(_("Vos cartes en papier"), cards(person)),
        Section(_("Vos changements de numéro"), numbers(person)),
        Section(_("Nos messages"), messages(person)),
    ]
    return [section for section in sections if section.lines]


def safe(sentence: str) -> Markup:
    """Return a sentence that takes words already marked as French."""
    return Markup(escape(sentence))  # noqa: S704 - escaped


def day(moment: datetime) -> str:
    """Return the day of a moment, in words."""
    return date_text(local(moment).date())


def shown_phone(number: str | None) -> str:
    """Return a number as people write it."""
    return phones.Phone(number).shown if number else _("pas de numéro")


def oneself(person: Person) -> list[object]:
    """Return the person's own facts."""
    name = f"{person.first_name} {person.last_name}".strip()
    spoken = LANGUAGES.get(person.language, LANGUAGES[""])
    birthday = _("oui, mais illisible pour nous") if person.birthday_hash else _("non")
    return [
        _("Nom : %(name)s", name=name),
        _("Numéro : %(phone)s", phone=shown_phone(person.phone)),
        _("Langue : %(word)s", word=spoken.name),
        _("Jour de naissance gardé : %(word)s", word=birthday),
        _("Ici depuis le %(day)s", day=day(person.created_at)),
        _("Dernière visite : le %(day)s", day=date_text(person.active_on)),
    ]


def requests(person: Person) -> list[object]:
    """Return their requests, the latest first."""
    found = db.session.scalars(
        select(Application)
        .where(Application.person_id == person.id)
        .options(joinedload(Application.offer).joinedload(Offer.organisation))
        .order_by(Application.created_at.desc(), Application.id.desc())
    )
    return [
        safe(_("%(job)s, %(employer)s, le %(day)s"))
        % {
            "job": job_name(one.offer),
            "employer": french(one.offer.organisation.name),
            "day": day(one.created_at),
        }
        for one in found
    ]


def voices(person: Person) -> list[object]:
    """Return the message left with each request: its words, or how long it lasts."""
    found = select(Application).where(Application.person_id == person.id)
    left = [voice.ready(one) for one in db.session.scalars(found.order_by(Application.id.desc()))]
    return [
        safe(_("Le %(day)s : %(word)s"))
        % {
            "day": day(one.created_at),
            "word": french(content(one).decode())
            if one.written
            else ngettext("%(num)s\u00a0seconde", "%(num)s\u00a0secondes", one.seconds or 0),
        }
        for one in left
        if one is not None
    ]


def cv(person: Person) -> list[object]:
    """Return the jobs and the skills that they chose for their CV."""
    found = cv_of(person)
    sheet = Sheet.of(person, found.answers) if found else None
    skills = [skill for _family, some in sheet.skills for skill in some] if sheet else []
    return (
        [french(word) for word in [*(one.job for one in sheet.experience), *skills]]
        if sheet
        else []
    )


def sealed(person: Person) -> list[object]:
    """Return what is sealed for others, opened for them."""
    told = sensitive.own(person)
    return [f"{words.SENSITIVE[Sensitive(kind)]} : {text}" for kind, text in told.items()]


def devices(person: Person) -> list[object]:
    """Return where they are signed in, and by which keys."""
    found = db.session.scalars(
        select(Device).where(Device.person_id == person.id).order_by(Device.id.desc())
    )
    opened = [
        _("%(name)s, depuis le %(day)s", name=device_name(one.label), day=day(one.created_at))
        for one in found
    ]
    keys = [
        _("Empreinte sur %(name)s", name=device_name(one.label))
        for one in passkeys.of_owner(person)
    ]
    return [*opened, *keys]


def signals(person: Person) -> list[object]:
    """Return which phones take notifications for them."""
    found = db.session.execute(
        select(Device.label, PushSubscription.created_at)
        .join(Device, Device.id == PushSubscription.device_id)
        .where(PushSubscription.person_id == person.id)
        .order_by(PushSubscription.id.desc())
    )
    return [
        _("%(name)s, depuis le %(day)s", name=device_name(one.label), day=day(one.created_at))
        for one in found
    ]


def cards(person: Person) -> list[object]:
    """Return their paper cards."""
    found = db.session.scalars(
        select(Card).where(Card.person_id == person.id).order_by(Card.id.desc())
    )
    return [
        _("Carte du %(day)s, arrêtée", day=day(one.created_at))
        if one.revoked_at
        else _("Carte du %(day)s", day=day(one.created_at))
        for one in found
    ]


def numbers(person: Person) -> list[object]:
    """Return the numbers that an adviser changed."""
    found = db.session.scalars(
        select(PhoneChange).where(PhoneChange.person_id == person.id).order_by(PhoneChange.id)
    )
    return [
        _("Le %(day)s : %(phone)s", day=day(one.made_at), phone=shown_phone(one.new_phone))
        for one in found
    ]


def messages(person: Person) -> list[object]:
    """Return what was sent to them, the latest first; a code's text is not kept."""
    found = db.session.scalars(
        select(Message)
        .where(Message.person_id == person.id)
        .order_by(Message.created_at.desc(), Message.id.desc())
    )
    return [
        safe(_("Le %(day)s : %(word)s"))
        % {
            "day": day(one.created_at),
            "word": french(one.text) if one.text else _("texte effacé"),
        }
        for one in found
    ]
