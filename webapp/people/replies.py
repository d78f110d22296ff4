"""What someone is asked about their record by SMS, to which they answer OUI or NON."""

from flask import current_app

from webapp.accounts.models import Account
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.people import beside_texts, consents, erasing, queries, recovery, register
from webapp.people.enums import ConsentWay
from webapp.people.models import Consent, Person, PhoneChange


@waiting
def open_questions(received: Inbound) -> list[Question]:
    """Return what waits on the number that sent this, at the moment it came."""
    phone, at = received.sender, received.at
    change = recovery.refusable_by(phone, at)
    written = register.waiting(phone, at)
    with_them = {one.id for person in written for one in register.asked_then(person)}
    asked = [one for one in queries.asked_by_sms(phone, at) if one.id not in with_them]
    return [
        *([about_number(change)] if change else []),
        *(about_record(person) for person in written),
        *(about_agreement(consent) for consent in asked),
    ]


def about_number(change: PhoneChange) -> Question:
    """Return the question to an old number: a no puts it back, a yes changes nothing."""

    def refuse() -> str:
        recovery.refuse(change, now())
        return beside_texts.BACK_TO_OLD

    return Question(change.made_at, lambda: beside_texts.NUMBER_CHANGES, refuse, waits=False)


def about_record(person: Person) -> Question:
    """Return the question to someone who was written down: a no erases everything."""

    def confirm() -> str:
        register.confirm(person, now())
        adviser = db.session.get(Account, person.registered_by_id)
        name = adviser.first_name if adviser else ""
        return beside_texts.CONFIRMED.format(name=name, address=my_data())

    def cancel() -> str:
        erasing.erase(person, now())
        return beside_texts.CANCELLED

    return Question(person.created_at, confirm, cancel, waits=person.confirmed_at is None)


def about_agreement(consent: Consent) -> Question:
    """Return the question of an agreement."""

    def give() -> str:
        consents.give(consent, ConsentWay.SMS, now())
        place = consent.organisation.name
        return beside_texts.AGREED.format(place=place, address=my_data())

    def refuse() -> str:
        consents.refuse(consent, now())
        return beside_texts.REFUSED

    return Question(consent.asked_at, give, refuse)


def my_data() -> str:
    """Return the address where a person sees and stops everything."""
    return f"{current_app.config['PUBLIC_URL']}/moi/donnees"
