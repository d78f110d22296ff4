"""Which role, in which kind of organisation, opens which kind of page."""

from collections.abc import Callable, Mapping

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.organisations.kinds import OrganisationKind

ANY = frozenset(Role)
Kind = Callable[[OrganisationKind], bool]
DOORS: Mapping[str, tuple[frozenset[Role], Kind]] = {
    "staff_only": (ANY, lambda _kind: True),
    "adviser_only": (frozenset({Role.ADVISER, Role.LEAD}), lambda kind: kind.accompanies),
    "employer_only": (frozenset({Role.EMPLOYER, Role.LEAD}), lambda kind: kind.hires),
    "pathway_only": (
        frozenset({Role.ADVISER, Role.EMPLOYER, Role.LEAD}),
        lambda kind: kind.accompanies or kind.hires,
    ),
    "lead_only": (frozenset({Role.LEAD}), lambda _kind: True),
    "network_only": (frozenset({Role.NETWORK, Role.LEAD}), lambda kind: kind.is_network),
}
# Where each role works: the first of these doors that opens to them.
HOMES = (
    ("employer_only", "/employeur/"),
    ("adviser_only", "/conseiller/"),
    ("network_only", "/reseau/"),
)


def opens(access: str, account: Account) -> bool:
    """Return whether an account opens the pages that declare this access."""
    roles, kind = DOORS[access]
    return account.role in roles and kind(account.organisation.what)
