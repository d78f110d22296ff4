"""The words for what an agreement opens to a professional, and for where its question stands."""

from collections.abc import Sequence

from webapp.followup.sharing import Sharing
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import joined
from webapp.people.enums import Purpose
from webapp.people.models import Consent
from webapp.people.rules import TELLS_FOLLOWUP, ConsentState

# What an agreement of another kind than the follow-up opens: what the person read when they agreed.
NARROW = {
    Purpose.HIRING: _l(
        "Son accord pour l’embauche, jusqu’au %(day)s : nom et téléphone, demandes à votre"
        " structure, contrats, prochaines étapes, présentation par le conseiller."
    ),
    Purpose.REFERRAL: _l(
        "Son accord pour une orientation, jusqu’au %(day)s : nom et téléphone, demandes et"
        " réponses, présentation par le conseiller."
    ),
}
ASKED = {
    ConsentState.ASKED: _l("Suivi demandé le %(day)s. La personne n’a pas encore répondu."),
    ConsentState.LAPSED: _l("Suivi demandé le %(day)s : pas encore de réponse."),
    ConsentState.REFUSED: _l("La personne a dit non. Rien ne change pour elle."),
    ConsentState.STOPPED: _l("La personne a arrêté le partage de son suivi."),
    ConsentState.EXPIRED: _l("Le partage de son suivi est fini."),
}
MAY_PRESS = frozenset({None, ConsentState.LAPSED, ConsentState.EXPIRED, ConsentState.OPEN})


def who_sees(known: Sharing) -> str:
    """Return who can see a follow-up, in one line; where it is not open, what the agreement is."""
    if known.told:
        names = list(dict.fromkeys(reader(one) for one in known.readers))
        return _("Peuvent voir ce suivi : %(names)s.", names=joined(names))
    if known.own_record or not known.ours:
        return _("Votre structure seule voit cette fiche : aucun accord de partage en ce moment.")
    return " ".join(narrow(known.ours))


def reader(one: Consent) -> str:
    """Return a structure that reads, until when, and whether it reads the steps alone."""
    facts = {"name": one.organisation.name, "day": day(one)}
    if one.purpose in TELLS_FOLLOWUP:
        return _("%(name)s (jusqu’au %(day)s)", **facts)
    return _("%(name)s (les étapes seules, jusqu’au %(day)s)", **facts)


def narrow(ours: Sequence[Consent]) -> list[str]:
    """Return what each agreement opens, kind by kind."""
    return [str(NARROW[Purpose(one.purpose)]) % {"day": day(one)} for one in ours]


def day(one: Consent) -> str:
    """Return the last day of an agreement."""
    return f"{one.until:%d/%m/%Y}"


def question(one: Consent | None, state: ConsentState | None) -> str:
    """Return where the question of the follow-up stands; empty where nobody asked it."""
    if one is None or state not in ASKED:
        return ""
    return str(ASKED[state]) % {"day": f"{one.asked_at:%d/%m/%Y}"}
