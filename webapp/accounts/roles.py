"""Which role opens which kind of page: the table that the access check reads."""

from collections.abc import Mapping

ROLES: Mapping[str, frozenset[str]] = {
    "staff_only": frozenset({"adviser", "employer", "lead", "network"}),
    "adviser_only": frozenset({"adviser", "lead"}),
    "employer_only": frozenset({"employer", "lead"}),
    "lead_only": frozenset({"lead"}),
    "network_only": frozenset({"network"}),
}
NEVER_HIRE = frozenset({"opcs", "support", "network"})  # kinds of organisation without offers


def opens(access: str, *, role: str, kind: str) -> bool:
    """Return whether a role, in an organisation of this kind, opens these pages."""
    if access == "employer_only" and kind in NEVER_HIRE:
        return False
    return role in ROLES[access]
