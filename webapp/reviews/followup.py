"""What waits for an adviser of the territory: offers that nobody sees until they are read."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for

from webapp.accounts.models import Account
from webapp.accounts.roles import opens
from webapp.clock import PARIS
from webapp.followup.due import MOST, Due, Kind, source
from webapp.i18n import lazy_gettext as _l
from webapp.offers.display import job_name
from webapp.reviews import queries, rules

KINDS = {
    "offer-to-read": Kind(
        title=_l("Offre à relire : %(job)s, %(structure)s"), press=_l("Relire"), picture="eye"
    )
}


@source("reviews", KINDS)
def offers_to_read(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the offers that wait to be read in the area of this account, whoever asks."""
    if not opens("adviser_only", account):
        return []
    today = at.astimezone(PARIS).date()
    found = []
    for offer in queries.to_read(account.organisation)[:MOST]:
        day = offer.updated_at.astimezone(PARIS).date() + rules.READ_WITHIN
        found.append(
            Due(
                kind="offer-to-read",
                address=url_for("reviews.show", public_id=offer.public_id),
                facts={"job": job_name(offer), "structure": offer.organisation.name},
                organisation=offer.organisation,
                on=day,
                late=day < today,
            )
        )
    return found
