"""A lost number: another given beside an adviser, both told, 72 hours for the old one to object.

What works meanwhile, and why, is said in `objections`.
"""

from datetime import datetime

from flask import current_app
from sqlalchemy import select, update

from webapp.accounts import cards, devices
from webapp.accounts.models import Account, Card, Device, Passkey
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.messages import actions as messages
from webapp.messages import rules as sms
from webapp.messages import zones
from webapp.messages.enums import Kind
from webapp.people import beside_texts, journal, objections
from webapp.people.enums import Act, Checked
from webapp.people.models import Person, PhoneChange
from webapp.phones import Phone, gets_sms


class Unsettled(Refused):
    """What cannot be taken back waits until the old number can no longer say no."""

    title = _l("Votre numéro vient de changer")
    advice = _l("Pour vous protéger, cela attend 3 jours. Vous êtes pressé ? Appelez-nous.")
    code = 409


def check_settled(person: Person, now: datetime) -> None:
    """Raise Unsettled while the old number may refuse: who took a number cannot erase its owner."""
    if pending(person, now) is not None:
        raise Unsettled


def change(
    person: Person,
    phone: str,
    checked: Checked,
    account: Account,
    now: datetime,
    *,
    lost: bool,
) -> PhoneChange:
    """Give a person a new number, proven beside the adviser; tell both numbers.

    `lost` closes every device of the person: whoever found the phone must not find it open. Where
    there was no number nobody can object, and the time to object is over at once.
    """
    made = written(person, phone, checked, account, now)
    person.phone, person.phone_since = phone, now
    if lost:
        devices.close_all(person, now)
    db.session.flush()
    journal.note(person, Act.PHONE_CHANGED, account=account, now=now, checked=checked, lost=lost)
    tell_old(made, now)
    tell_new(made, now)
    return made


def written(
    person: Person, phone: str, checked: Checked, account: Account, now: datetime
) -> PhoneChange:
    """Write down a change of number, with how long the old one may object."""
    old = person.phone
    made = PhoneChange(
        person=person,
        account_id=account.id,
        old_phone=old,
        new_phone=phone,
        checked=checked,
        made_at=now,
        object_until=objections.until(told(old, now)) if old else now,
    )
    db.session.add(made)
    return made


def told(phone: str | None, now: datetime) -> datetime:
    """Return when an SMS to this number may leave: out of quiet hours."""
    return sms.next_open(now, zones.place(phone)) if phone else now


def tell_old(made: PhoneChange, now: datetime) -> None:
    """Tell the old number, which may say NON until a moment; past it the SMS is of no use."""
    if made.old_phone and gets_sms(made.old_phone):
        text = beside_texts.TO_OLD.format(until=beside_texts.moment(made.object_until))
        send(made, made.old_phone, "old", text, now, drop_at=made.object_until)


def tell_new(made: PhoneChange, now: datetime) -> None:
    """Tell the new number that it is now the person's, and whom to call."""
    text = beside_texts.TO_NEW.format(phone=help_line().shown)
    send(made, made.new_phone, "new", text, now)


def send(
    made: PhoneChange,
    to: str,
    which: str,
    text: str,
    now: datetime,
    drop_at: datetime | None = None,
) -> None:
    """Queue one SMS about a change."""
    messages.queue(
        kind=Kind.PHONE_CHANGED,
        to=to,
        text=text,
        key=f"phone-changed:{made.public_id}:{which}",
        now=now,
        person_id=made.person_id,
        drop_at=drop_at,
    )


def help_line() -> Phone:
    """Return the number that people call when something is wrong."""
    return Phone(current_app.config["HELP_LINE"])


def pending(person: Person, at: datetime) -> PhoneChange | None:
    """Return the change of number that the old one may still refuse, the latest first."""
    return first_open(PhoneChange.person_id == person.id, at)


def refusable_by(phone: str, at: datetime) -> PhoneChange | None:
    """Return the latest change that a NON from this number refuses."""
    return first_open(PhoneChange.old_phone == phone, at)


def first_open(condition: object, at: datetime) -> PhoneChange | None:
    """Return the latest change of this condition that may still be refused."""
    found = db.session.scalars(
        select(PhoneChange)
        .where(condition, PhoneChange.old_phone.is_not(None))  # type: ignore[arg-type]
        .order_by(PhoneChange.made_at.desc(), PhoneChange.id.desc())
    )
    open_ones = (one for one in found if objections.is_open(one.object_until, one.objected_at, at))
    return next(open_ones, None)


def refuse(made: PhoneChange, now: datetime) -> None:
    """Put the old number back, shut all that was opened since, tell everyone."""
    made.objected_at = now
    made.person.phone, made.person.phone_since = made.old_phone, now
    shut_since(made, now)
    journal.note(made.person, Act.PHONE_KEPT, now=now, change=made.public_id)
    for later in made_after(made):
        later.objected_at = later.objected_at or now
    tell_back(made, now)


def made_after(made: PhoneChange) -> list[PhoneChange]:
    """Return the changes that came after this one: they end with it."""
    found = select(PhoneChange).where(
        PhoneChange.person_id == made.person_id, PhoneChange.id > made.id
    )
    return list(db.session.scalars(found.order_by(PhoneChange.id)))


def shut_since(made: PhoneChange, now: datetime) -> None:
    """Close the devices, take away the passkeys and end the cards that came after a change."""
    db.session.execute(
        update(Device)
        .where(Device.person_id == made.person_id, Device.created_at >= made.made_at)
        .where(Device.closed_at.is_(None))
        .values(closed_at=now)
    )
    made_since = select(Passkey).where(
        Passkey.person_id == made.person_id, Passkey.created_at >= made.made_at
    )
    for passkey in db.session.scalars(made_since):
        db.session.delete(passkey)
    cards_since = select(Card.id).where(
        Card.person_id == made.person_id, Card.created_at >= made.made_at
    )
    if db.session.scalars(cards_since).first() is not None:
        cards.revoke(made.person, None, now)


def tell_back(made: PhoneChange, now: datetime) -> None:
    """Tell the new number whom to call, and the adviser by e-mail, which names nobody."""
    account = db.session.get(Account, made.account_id) if made.account_id else None
    called = Phone((account and account.phone) or current_app.config["HELP_LINE"])
    whom = f"Appelez {account.first_name}" if account and account.phone else "Appelez-nous"
    text = beside_texts.BACK_TO_NEW.format(whom=whom, phone=called.shown)
    send(made, made.new_phone, "back", text, now)
    if account is None or account.closed_at is not None:
        return
    address = f"{current_app.config['PUBLIC_URL']}/conseiller/personnes/{made.person.public_id}"
    messages.queue(
        kind=Kind.STAFF_NOTE,
        to=account.email,
        subject=beside_texts.NOTE_SUBJECT,
        text=beside_texts.NOTE.format(name=account.first_name, address=address),
        key=f"phone-kept:{made.public_id}",
        now=now,
    )
