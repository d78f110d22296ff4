"""What a form has settled, carried signed to the next page, for one adviser and a short time."""

from typing import Any

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l

LIFE = 20 * 60  # seconds: two codes and the talk between


class TooLate(Refused):
    """The page was left for too long, or belongs to someone else."""

    title = _l("Cette page a attendu trop longtemps")
    advice = _l("Recommencez depuis la fiche de la personne.")
    code = 410


def carry(step: str, owner: str, **facts: object) -> str:
    """Return facts as one signed text: of one step, for one owner."""
    signed: str = signer(step, owner).dumps(facts)
    return signed


def carried(step: str, owner: str) -> dict[str, Any]:
    """Return the facts that the form brought back, or raise TooLate."""
    try:
        facts: dict[str, Any] = signer(step, owner).loads(
            request.form.get("carried", ""), max_age=LIFE
        )
    except BadSignature:
        raise TooLate from None
    return facts


def signer(step: str, owner: str) -> URLSafeTimedSerializer:
    """Return what signs a step of one owner: a text of another step or owner opens nothing."""
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=f"beside|{step}|{owner}")
