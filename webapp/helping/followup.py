"""What requests for help tell the shared follow-up: those that wait, and their steps."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.followup import due
from webapp.helping import happened, queries
from webapp.helping.asking import day_there
from webapp.helping.desk_words import FOR_NEEDS, name
from webapp.helping.enums import Need
from webapp.helping.models import HelpRequest
from webapp.i18n import lazy_gettext as _l

__all__ = ["happened", "waiting"]


@due.source(
    "helping",
    {
        "help-waiting": due.Kind(
            title=_l("%(who)s attend de l’aide : %(need)s"), press=_l("Ouvrir"), picture="users"
        )
    },
)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[due.Due]:
    """Return the requests that are this account's, or nobody's yet; a lead may ask for all."""
    if account.role not in (Role.ADVISER, Role.LEAD) or not account.organisation.what.accompanies:
        return []
    found = queries.open_ones(account.organisation_id, due.MOST)
    if not everyone:
        found = [one for one in found if one.owner_id in (account.id, None)]
    return [one_due(request, at) for request in found]


def one_due(request: HelpRequest, at: datetime) -> due.Due:
    """Return a request as a thing that is due."""
    return due.Due(
        kind="help-waiting",
        address=url_for("helping.desk.show", public_id=request.public_id),
        facts={"who": name(request), "need": str(FOR_NEEDS[Need(request.need)])},
        person=request.person,
        on=request.due_on,
        late=request.is_late(day_there(request.insee, at)),
    )
