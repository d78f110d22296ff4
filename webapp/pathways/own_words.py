"""Where an approval stands, said to the person: the day, the hour, what follows, and the rule."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from webapp.i18n import gettext as _
from webapp.i18n import ngettext as _n
from webapp.offers.words import date_text, listed, time_text
from webapp.pathways import queries
from webapp.pathways.enums import Regime
from webapp.pathways.queries import Computed
from webapp.pathways.rules import Standing


def title(known: Computed) -> str:
    """Return what an approval is called."""
    if known.approval.regime == Regime.PASS:
        return _("Mon PASS IAE, n° %(number)s", number=grouped(known.approval.number))
    return _("Mon agrément local")


def grouped(number: str) -> str:
    """Return the number of a PASS IAE in groups that people read: `99999 21 00001`."""
    return "\N{NO-BREAK SPACE}".join((number[:5], number[5:7], number[7:]))


def moment(at: datetime, insee: str) -> str:
    """Return a moment as people say it there: `30 novembre 2026, 10 h 05`."""
    here = at.astimezone(queries.place(insee).zone)
    return listed([date_text(here.date()), time_text(here.hour * 60 + here.minute)])


def sentences(known: Computed) -> list[str]:
    """Return where an approval stands, sentence by sentence."""
    local = known.approval.regime == Regime.CONVENTION
    told = [*(decided(known) if local else ()), *STATE[known.standing](known)]
    return [*told, _("Cet agrément ne remplace pas un PASS IAE.")] if local else told


def decided(known: Computed) -> Iterator[str]:
    """Give when it was asked and granted."""
    insee = known.approval.insee
    yield _("Demande faite : %(day)s.", day=moment(known.approval.asked_at, insee))
    if known.granted_at is not None:
        day = moment(known.granted_at, insee)
        yield _("C’est oui depuis : %(day)s.", day=day)
        if known.deemed:
            yield _("Personne n’avait répondu avant cette heure : la règle dit oui.")


def waiting(known: Computed) -> Iterator[str]:
    """Give until when an answer is due, and what silence means."""
    due = known.due or known.approval.asked_at
    yield _("Réponse avant : %(day)s.", day=moment(due, known.approval.insee))
    yield _("Sans réponse à cette heure, c’est oui.")


def refused(known: Computed) -> Iterator[str]:
    """Give when it was refused."""
    at = known.approval.answered_at or known.approval.asked_at
    yield _("C’est non depuis : %(day)s.", day=moment(at, known.approval.insee))
    yield _("Votre conseiller peut vous dire pourquoi.")


def withdrawn(known: Computed) -> Iterator[str]:
    """Give when the question was taken back."""
    at = known.approval.withdrawn_at or known.approval.asked_at
    yield _("Demande retirée : %(day)s.", day=moment(at, known.approval.insee))


def to_come(known: Computed) -> Iterator[str]:
    """Give when it begins and ends."""
    begin = known.path.begin if known.path else known.on
    yield _("Il commence le %(day)s.", day=date_text(begin))
    yield until(known)


def valid(known: Computed) -> Iterator[str]:
    """Give until when it holds and how many days are left."""
    yield until(known)
    yield left(known)


def until(known: Computed) -> str:
    """Return the last day."""
    return _("Il sert jusqu’au %(day)s compris.", day=date_text(known.end or known.on))


def left(known: Computed) -> str:
    """Return how many days are left."""
    return _n("Il vous reste %(num)s jour.", "Il vous reste %(num)s jours.", known.left)


def suspended(known: Computed) -> Iterator[str]:
    """Give that its days do not pass, and how many are left."""
    yield _("Il est en pause : ses jours ne passent pas.")
    yield left(known)


def over(known: Computed) -> Iterator[str]:
    """Give since when it is over, and when another may begin."""
    yield _("Il est fini depuis le %(day)s.", day=date_text(known.end or known.on))
    until = known.waiting_until or known.on
    if known.approval.waived_at is None and known.on <= until:
        yield _("Un autre peut commencer après le %(day)s.", day=date_text(until))
        yield _("Un conseiller habilité peut dire oui avant ce jour.")
    else:
        yield _("Un autre peut commencer.")


STATE: Mapping[Standing, Callable[[Computed], Iterator[str]]] = {
    Standing.WAITING: waiting,
    Standing.REFUSED: refused,
    Standing.WITHDRAWN: withdrawn,
    Standing.TO_COME: to_come,
    Standing.VALID: valid,
    Standing.SUSPENDED: suspended,
    Standing.OVER: over,
}
