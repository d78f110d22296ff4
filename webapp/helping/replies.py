"""AIDEZ-MOI and RAPPEL by SMS: someone is called back, near a postcode where the words hold one."""

import re

from flask import current_app

from webapp import phones
from webapp.accounts.queries import people_of
from webapp.clock import now
from webapp.helping import asking, queries, texts
from webapp.helping.enums import AskedBy, Need
from webapp.helping.rules import Spot
from webapp.messages.enums import Word
from webapp.messages.inbound import on
from webapp.messages.models import Inbound
from webapp.places import queries as places

POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")


@on(Word.CALL_ME)
def call_me(received: Inbound) -> str:
    """Make a request to be called, and say until when."""
    help_line = phones.Phone(current_app.config["HELP_LINE"]).shown
    moment = now()
    people = people_of(received.sender)
    person = people[0] if len(people) == 1 else None
    call = asking.Call(
        need=Need.TALK,
        first_name=person.first_name if person else "",
        phone=received.sender,
        spot=spot(received.text),
        asked_by=AskedBy.SMS,
        person=person,
    )
    try:
        made = asking.ask(call, moment)
    except asking.TooManyHelp:
        return texts.already(help_line)
    if made.created_at != moment:
        return texts.already(help_line)
    return texts.noted(f"{made.due_on:%d/%m}", help_line)


def spot(text: str) -> Spot | None:
    """Return the place of the postcode that a message holds."""
    code = POSTCODE.search(text)
    town = next(iter(places.choices(code[0])), None) if code else None
    return queries.spot(town.insee, town.lat, town.lon) if town else None
