"""What an empty page of results says: what is missing, and what to take away to find something."""

from collections.abc import Callable

from webapp.i18n import gettext as _
from webapp.offers.choosing import names_of
from webapp.offers.finding import Finding
from webapp.offers.words import listed


def in_words(finding: Finding) -> str:
    """Return the sentence that says what is empty; nothing for a word that is not understood."""
    if finding.is_past_end:
        return _("C’est la fin de la liste.")
    if not finding.understood:
        return ""
    if finding.needless:
        return _("Pas d’offre ici avec : %(needs)s.", needs=listed(names_of(finding.asked.needs)))
    if finding.asked.family or finding.word:
        return _("Pas d’offre ici aujourd’hui pour ce travail.")
    return _("Pas d’offre ici aujourd’hui.")


def removals(finding: Finding, address: Callable[..., str]) -> list[tuple[str, str]]:
    """Return what takes away one need, then all of them: words and address of each press."""
    needs = finding.asked.needs if finding.needless else ()
    presses = [
        (_("Enlever : %(need)s", need=name), address(besoin=without(needs, need)))
        for need, name in zip(needs, names_of(needs), strict=True)
    ]
    every = [(_("Enlever tous les besoins"), address(besoin=()))] if len(needs) > 1 else []
    return [*every, *presses]


def without(needs: tuple[str, ...], one: str) -> tuple[str, ...]:
    """Return the other needs."""
    return tuple(need for need in needs if need != one)


def is_bare(finding: Finding) -> bool:
    """Return whether nothing is around a place, though any work was asked for."""
    asks = finding.asked.family or finding.word or finding.flags
    found = finding.hits or finding.is_answered or finding.nearest
    return finding.spot is not None and finding.is_short and not asks and not found
