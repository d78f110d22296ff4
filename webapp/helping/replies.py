"""AIDEZ-MOI and RAPPEL by SMS: someone is called back, near a postcode where the words hold one."""

import re
from datetime import timedelta

from webapp.accounts.queries import people_of
from webapp.bysms import queries as bysms
from webapp.clock import now
from webapp.helping import asking, queries, texts
from webapp.helping.enums import AskedBy, Need
from webapp.helping.models import HelpRequest
from webapp.helping.rules import Spot
from webapp.jobs import queries as jobs
from webapp.messages.enums import Word
from webapp.messages.inbound import help_line, on
from webapp.messages.models import Inbound
from webapp.offers import sentences
from webapp.offers.text import plain
from webapp.places import queries as places

SAID_AFTER = timedelta(days=2)
LIVES = re.compile(r"\bj.?\s?habite\b", re.I)  # no clothes: “habit”
WORK = frozenset({"travail", "emploi", "boulot", "job", "offre", "offres"})
POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")


@on(Word.CALL_ME)
def call_me(received: Inbound) -> str:
    """Make a request to be called, and say until when."""
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
        return texts.already(help_line())
    if made.created_at != moment and not (call.spot and not made.insee):
        return texts.already(help_line())
    return told(made, call.spot)


@on(Word.CODE)
@on(Word.OTHER)
def place_alone(received: Inbound) -> str | None:
    """Add a place that someone says alone to what they have just asked, unless they look for work.

    Who was asked “where?” about a work since then answers that.
    """
    made = queries.without_place(received.sender, received.at - SAID_AFTER)
    talk = bysms.talk_of(received.sender, received.at) if made else None
    if made is None or (talk is not None and talk.at > made.created_at):
        return None
    where = spot(received.text) if is_place_alone(received.text) else None
    if where is None:
        return None
    received.understood = Word.CALL_ME
    return told(made, where)


def is_place_alone(text: str) -> bool:
    """Return whether words around a postcode look for no work: “j’habite 69120”, not “ménage”."""
    sought = sentences.read(LIVES.sub("", text))
    work = sought.work if sought else ""
    return not jobs.names_work(work) and not WORK & set(plain(text).split())


def told(made: HelpRequest, where: Spot | None) -> str:
    """Return until when someone calls, once the place that was said is in the request."""
    if where is not None and not made.insee:
        asking.place(made, where, now())
    return texts.noted(f"{made.due_on:%d/%m}", help_line())


def spot(text: str) -> Spot | None:
    """Return the place of the postcode that a message holds."""
    code = POSTCODE.search(text)
    town = next(iter(places.choices(code[0])), None) if code else None
    return queries.spot(town.insee, town.lat, town.lon) if town else None
