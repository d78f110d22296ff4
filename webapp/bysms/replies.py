"""Words that look for work by SMS: a work and a place, a number for a call, PLUS, a first name.

These come before the general words: "aide à domicile 69120" looks for work, "aide" for help.
"""

from webapp.bysms import actions, queries, rules, texts
from webapp.bysms.models import Talk
from webapp.clock import now
from webapp.messages.enums import Word
from webapp.messages.inbound import help_line, last, on
from webapp.messages.models import Inbound
from webapp.offers import sentences
from webapp.offers.cuts import POSTCODE
from webapp.offers.text import plain


@on(Word.OTHER)
def talk(received: Inbound) -> str | None:
    """Answer someone who looks for work, or who answers what they were shown."""
    kept = queries.talk_of(received.sender, received.at)
    answer = go_on(kept, received.text) if kept else None
    return heard(received, answer or search(received, kept))


@on(Word.CHOICE)
def choice(received: Inbound) -> str | None:
    """Ask for a call about the offer of this number, unless an invitation came after the offers."""
    kept = queries.talk_of(received.sender, received.at)
    if kept is None or queries.invited_after(kept):
        return None
    return heard(received, go_on(kept, received.text))


@last(Word.YES)
@last(Word.OTHER)
def agreed(received: Inbound) -> str | None:
    """Take a yes to the offers shown, which nothing else waits for, as a call or ask which one."""
    kept = queries.talk_of(received.sender, received.at)
    yes = Word(received.understood) == Word.YES or rules.agrees(plain(received.text))
    if kept is None or not kept.shown or not yes:
        return None
    number = 1 if len(kept.shown) == 1 else rules.NONE
    return heard(received, actions.ask(kept, number, now(), help_line()))


@on(Word.HELP)
@on(Word.CODE)
@on(Word.CALLED)
@on(Word.MEETING)
@on(Word.HIRED)
def alike(received: Inbound) -> str | None:
    """Answer a search whose words look like others: those of care, a postcode alone."""
    sought = sentences.read(received.text)
    if sought is None or sought.town is None:
        return None
    kept = queries.talk_of(received.sender, received.at)
    return heard(received, search(received, kept))


def heard(received: Inbound, answer: str | None) -> str | None:
    """Return an answer; a message that gets one was understood."""
    if answer:
        received.understood = Word.SEARCH
    return answer


def go_on(kept: Talk, text: str) -> str | None:
    """Return what to answer to someone who was shown offers; None for something else."""
    asked = rules.command(plain(text) or text.strip())
    if asked is not None and kept.shown and not names_place(text):
        if asked[0] == rules.Command.NEXT:
            return actions.show(kept, now(), help_line())
        return actions.ask(kept, asked[1], now(), help_line())
    alone = len(plain(text).split()) == 1 and not POSTCODE.search(text)
    if kept.asked_for is not None and (alone or sentences.read(text) is None):
        return actions.call_them(kept, text, now(), help_line())
    return None


def names_place(text: str) -> bool:
    """Return whether a message says where: “ménage Lyon 3” chooses no third offer.

    “Trois” is a number after three offers, not Troyes.
    """
    if rules.is_number_alone(plain(text)):
        return False
    sought = sentences.read(text)
    return sought is not None and sought.town is not None


def search(received: Inbound, kept: Talk | None) -> str | None:
    """Return the offers that a message looks for; ask where, when it does not say."""
    sought = sentences.read(received.text)
    if sought is None:
        return None
    if sought.town is None:
        actions.look(received.sender, sought.work, "", now())
        return texts.WHERE
    work = sought.work or (kept.work if kept and not kept.place else "")
    found = actions.look(received.sender, work, sought.town.insee, now())
    return actions.show(found, now(), help_line())
