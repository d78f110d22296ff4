"""Which regime of approval a territory follows: a setting, the PASS IAE where it says nothing."""

from flask import current_app

from webapp import calendars
from webapp.pathways.enums import Regime


def regime_of(insee: str) -> Regime:
    """Return the regime of the département of a commune."""
    chosen: dict[str, str] = current_app.config["APPROVAL_REGIMES"]
    return Regime(chosen.get(calendars.department(insee), Regime.PASS))
