"""What waits for a referent of the place: employers with whom a rhythm is to be agreed."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for

from webapp.accounts.models import Account
from webapp.accounts.roles import opens
from webapp.clock import PARIS
from webapp.followup.due import MOST, Due, Kind, source
from webapp.i18n import lazy_gettext as _l
from webapp.offers.display import job_name
from webapp.presenting import queries

KINDS = {
    "order-to-confirm": Kind(
        title=_l("%(structure)s veut voir %(count)s personnes (%(job)s) : convenez d’un rythme"),
        press=_l("Ouvrir"),
        picture="users",
    )
}


@source("presenting", KINDS)
def orders_to_confirm(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the orders in the area of this account whose rhythm nobody agreed, whoever asks."""
    if not opens("adviser_only", account):
        return []
    today = at.astimezone(PARIS).date()
    return [
        Due(
            kind="order-to-confirm",
            address=url_for("presenting.offers.rhythm", public_id=offer.public_id),
            facts={
                "structure": offer.organisation.name,
                "count": order.wanted,
                "job": job_name(offer),
            },
            organisation=offer.organisation,
            on=order.due_on,
            late=order.due_on < today,
        )
        for offer, order in queries.to_confirm(account.organisation)[:MOST]
    ]
