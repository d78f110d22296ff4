"""Where a lead finds one of the team."""

from webapp.accounts.models import Account


def address(account: Account, act: str = "") -> str:
    """The page of an account, or of an act on it."""
    return f"/structure/equipe/{account.public_id}{act}"
