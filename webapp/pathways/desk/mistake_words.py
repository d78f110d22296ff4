"""What is said of what was noted by mistake: who took it back, when, and why."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from webapp.clock import PARIS
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import lowered
from webapp.offers.words import date_text
from webapp.pathways.desk.work_words import stop
from webapp.pathways.enums import Mistake
from webapp.pathways.mistake_models import Mistakable
from webapp.pathways.work_models import WorkContract

MISTAKES = {
    Mistake.PERSON: _l("Cela concerne une autre personne"),
    Mistake.DAYS: _l("Les jours, les heures ou le motif sont faux"),
    Mistake.NEVER: _l("Cela n’a pas eu lieu"),
    Mistake.TWICE: _l("C’est noté deux fois"),
}


def ends_taken_back(contract: WorkContract) -> list[str]:
    """Return the early ends that were taken back, each with who, when and why."""
    return [
        f"{stop(date.fromisoformat(one['last']), one['reason'])}. {line(one['by'], one)}"
        for one in contract.mistakes
    ]


def line(name: str, one: Mapping[str, Any]) -> str:
    """Return who took something back, when and why."""
    day = date_text(datetime.fromisoformat(one["at"]).astimezone(PARIS).date())
    why = lowered(str(MISTAKES[Mistake(one["why"])]))
    return _("Retiré le %(day)s par %(who)s : %(why)s.", day=day, who=name, why=why)


def taken_back(noted: Mistakable) -> str:
    """Return who took something back, when and why; nothing where it stands."""
    if noted.withdrawn_at is None:
        return ""
    by = noted.withdrawn_by
    name = f"{by.first_name} {by.last_name}".strip() if by else _("un compte fermé")
    return line(name, {"at": noted.withdrawn_at.isoformat(), "why": noted.withdrawn_why})
