"""What waits for who hires, on their day: the people who asked for an offer and have no answer."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for
from sqlalchemy import func, select

from webapp.accounts.models import Account
from webapp.accounts.roles import opens
from webapp.applications.models import Application
from webapp.applications.queries import is_waiting
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.due import Due, Kind, source
from webapp.i18n import lazy_gettext as _l
from webapp.offers.models import Offer

KINDS = {
    "answers": Kind(
        title=_l("Demandes qui attendent votre appel : %(count)s"),
        press=_l("Répondre"),
        picture="phone-outgoing",
    )
}


@source("answers", KINDS)
def answers(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return how many people wait for an answer of this structure, by the first promised day."""
    if not opens("employer_only", account):
        return []
    count, first = db.session.execute(
        select(func.count(), func.min(Application.answer_by))
        .join(Offer, Offer.id == Application.offer_id)
        .where(Offer.organisation_id == account.organisation_id, is_waiting())
    ).one()
    due = Due(
        kind="answers",
        address=url_for("employers.home"),
        organisation=account.organisation,
        facts={"count": count},
        on=first,
        late=first is not None and first < at.astimezone(PARIS).date(),
    )
    return [due] if count else []
