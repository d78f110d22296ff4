"""Where an exit review stands: who signed it, whose signature it waits for, or why for none."""

from datetime import datetime

from webapp.i18n import gettext as _
from webapp.pathways import exit_reviews, work_rules
from webapp.pathways.desk.words import hour
from webapp.pathways.enums import Side
from webapp.pathways.work_models import ExitReview


def stands(found: ExitReview | None, side: Side | None, at: datetime) -> str:
    """Return where a review stands for one side, in a line; nothing where none is written."""
    if found is None:
        return ""
    if exit_reviews.is_frozen(found, at):
        return _("Bilan signé : il ne change plus.")
    if side in found.signatures:
        return _("Bilan signé de votre côté. L’autre signature est attendue.")
    if exit_reviews.CORRESPONDENTS & set(found.signatures):
        return _("Bilan signé d’un côté. L’autre signature est attendue.")
    return _("Bilan écrit, pas encore signé.")


def second(found: ExitReview, at: datetime) -> str:
    """Return what is said under the signatures: nothing where both correspondents gave theirs."""
    signed = exit_reviews.signed(found)
    if signed.siae_at and signed.adviser:
        return ""
    ends = work_rules.silence_ends(signed)
    if ends is None:
        return _("Pas encore signé des deux côtés.")
    name, day = found.contract.person.first_name, hour(ends, found.contract.organisation.insee)
    return without_adviser(name, day, signed=signed.person, over=at >= ends)


def without_adviser(name: str, day: str, *, signed: bool, over: bool) -> str:
    """Return what holds in the place of a second correspondent."""
    if signed:
        return _("Personne n’accompagnait %(name)s : sa signature vaut la deuxième.", name=name)
    if over:
        return _(
            "Personne n’accompagnait %(name)s, qui n’a pas signé : le texte est figé le %(day)s.",
            name=name,
            day=day,
        )
    return _(
        "Personne n’accompagne %(name)s : sa signature vaudra la deuxième. "
        "Sans elle, le texte est figé le %(day)s, et le dit.",
        name=name,
        day=day,
    )
