"""Six digits that someone reads from their phone to who sits beside them.

Such a code signs nobody in: it is kept under the name of what it is asked for, which the page of
sign-in never asks for, and its SMS says to whom it may be told. It counts in the same limits as the
codes of sign-in.
"""

import hmac
import secrets
from datetime import datetime, timedelta

from webapp.accounts import codes, queries, rules, tries
from webapp.accounts.codes import Outcome
from webapp.accounts.enums import Tried
from webapp.accounts.models import SignInCode
from webapp.extensions import db
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.messages.rules import gsm, parts

# The code first; then whom to tell it to, with the organisation where one SMS holds it.
BESIDE = (
    "{code} est votre code À deux pas. {name} ({place}) est à côté de vous ?"
    " Dites-lui le code. Sinon, ne le dites pas.",
    "{code} est votre code À deux pas. {name} est à côté de vous ? Dites-lui le code."
    " Sinon, ne le dites pas.",
)
ALONE = "{code} est votre code À deux pas pour réunir vos 2 fiches. Ne le donnez à personne."


def ask(phone: str, what: str, wordings: tuple[str, ...], now: datetime) -> timedelta | None:
    """Send a code to a number; return how long to wait where none may be sent.

    `what` names the act, the person and who asks: the code serves for nothing else, and in this
    browser alone. `wordings` hold `{code}`; the first that fits in one SMS is sent.
    """
    wait = tries.too_many(Tried.CODE_SENT, phone, now)
    if wait is not None:
        return wait
    place, code = slot(what), rules.new_code()
    codes.forget_browser(place)
    db.session.add(
        SignInCode(
            phone=phone,
            code_hash=codes.code_hash(phone, place, code),
            browser_hash=place,
            created_at=now,
            expires_at=now + rules.CODE_LIFE,
        )
    )
    tries.note(Tried.CODE_SENT, phone, right=False, now=now)
    queue(phone, fitted([one.replace("{code}", rules.in_groups(code)) for one in wordings]), now)
    return None


def slot(what: str) -> str:
    """Return the name under which a code is kept: of this browser, and of what it is for."""
    return tries.hashed(f"beside|{tries.named_browser()}|{what}")


def queue(phone: str, text: str, now: datetime) -> None:
    """Put the SMS in the outbox; past the code's life it is of no use."""
    messages.queue(
        kind=Kind.CODE,
        to=phone,
        text=text,
        key=f"beside-{secrets.token_hex(16)}",
        now=now,
        drop_at=now + rules.CODE_LIFE,
    )


def fitted(wordings: list[str]) -> str:
    """Return the first wording that fits in one SMS, else the last."""
    return next((one for one in wordings if parts(gsm(one)) == 1), wordings[-1])


def beside(name: str, place: str) -> tuple[str, ...]:
    """Return the wordings of a code to be told to this adviser of this organisation."""
    return tuple(one.replace("{name}", name).replace("{place}", place) for one in BESIDE)


def use(phone: str, what: str, typed: str, now: datetime) -> Outcome:
    """Try a code that was read aloud; a right one is spent. Commit whatever came of it."""
    place = slot(what)
    if tries.too_many(Tried.CODE, phone, now) is not None:
        return Outcome.STOPPED
    asked = queries.last_code(place, afresh=True)
    if asked is None or asked.phone != phone:
        return Outcome.NONE
    standing = rules.standing(asked.expires_at, asked.wrong_tries, asked.used_at, now)
    if standing is not None:
        return Outcome(standing)
    if not hmac.compare_digest(asked.code_hash, codes.code_hash(phone, place, typed)):
        return codes.count_wrong(asked, now)
    return codes.accept(asked, now)
