"""What meetings tell an adviser: those just over, for which nobody said who came."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from flask import url_for

from webapp import calendars
from webapp.accounts.models import Account
from webapp.accounts.roles import opens
from webapp.followup.due import MOST, Due, Kind, source
from webapp.gatherings import happened, queries
from webapp.i18n import lazy_gettext as _l

__all__ = ["happened", "who_came"]
ASKED_FOR = timedelta(days=14)
KINDS = {
    "who-came": Kind(
        title=_l("Réunion du %(day)s : qui est venu ?"), press=_l("Noter"), picture="users"
    )
}


@source("gatherings", KINDS)
def who_came(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the meetings of this structure that are over and of which attendance is not noted."""
    if not opens("pathway_only", account):
        return []
    found = queries.attendance_missing(account.organisation_id, at - ASKED_FOR, at)
    return [
        Due(
            kind="who-came",
            address=url_for("gatherings.desk.show", public_id=one.public_id),
            facts={"day": day.strftime("%d/%m")},
            organisation=account.organisation,
            on=day,
            late=day < at.astimezone(calendars.zone(one.insee)).date(),
        )
        for one in found[:MOST]
        for day in [one.starts_at.astimezone(calendars.zone(one.insee)).date()]
    ]
