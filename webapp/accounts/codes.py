"""Six digits by SMS: asked by one browser, which alone may type them, once, within ten minutes.

Nothing here looks whether a number is known: what is said and done is the same for all.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from flask import current_app
from sqlalchemy import Delete, Update, delete, update

from webapp.accounts import alarm, queries, rules, tries
from webapp.accounts.enums import Tried
from webapp.accounts.models import SignInCode
from webapp.extensions import db
from webapp.messages import actions as messages
from webapp.messages import texts
from webapp.messages.enums import Kind


class Outcome(StrEnum):
    """What came of typing a code."""

    RIGHT = "right"
    WRONG = "wrong"
    OLD = "old"  # its ten minutes have passed
    SPENT = "spent"  # tried too often
    USED = "used"
    NONE = "none"  # this browser asked for none
    STOPPED = "stopped"  # this number was tried too often today


def ask(phone: str, now: datetime) -> timedelta | None:
    """Send a code to a number for this browser; return how long to wait where none may be sent."""
    wait = tries.too_many(Tried.CODE_SENT, phone, now)
    if wait is not None:
        return wait
    browser = tries.named_browser()
    code = rules.new_code()
    forget_browser(browser)  # one code at a time: two would be twice as easy to guess
    db.session.add(
        SignInCode(
            phone=phone,
            code_hash=code_hash(phone, browser, code),
            browser_hash=browser,
            created_at=now,
            expires_at=now + rules.CODE_LIFE,
        )
    )
    send(phone, code, now)
    tries.note(Tried.CODE_SENT, phone, right=False, now=now)
    return None


def send(phone: str, code: str, now: datetime) -> None:
    """Put the SMS in the outbox; past the code's life it is of no use."""
    messages.queue(
        kind=Kind.CODE,
        to=phone,
        text=texts.code(code, current_app.config["PUBLIC_URL"]),
        key=f"code-{secrets.token_hex(16)}",
        now=now,
        drop_at=now + rules.CODE_LIFE,
    )


def code_hash(phone: str, browser: str, code: str) -> str:
    """Return what is kept of a code: useless for another number or another browser."""
    return tries.hashed(f"code|{phone}|{browser}|{code}")


def asked_here() -> SignInCode | None:
    """Return the code that this browser asked for, used or not."""
    browser = tries.browser()
    return queries.last_code(browser) if browser else None


def next_one_in(phone: str, now: datetime) -> timedelta | None:
    """Return how long to wait before another code may be sent; None when at once."""
    return tries.wait(Tried.CODE_SENT, phone, now)


def tried_again_in(phone: str, now: datetime) -> timedelta | None:
    """Return how long codes of this number may not be tried; None when they may."""
    return tries.wait(Tried.CODE, phone, now)


def is_live(asked: SignInCode, now: datetime) -> bool:
    """Return whether a code may still be tried."""
    return rules.standing(asked.expires_at, asked.wrong_tries, asked.used_at, now) is None


def tries_left(asked: SignInCode, now: datetime) -> int:
    """Return how many more times a code may be tried."""
    return rules.WRONG_A_CODE - asked.wrong_tries if is_live(asked, now) else 0


def use(typed: str, now: datetime) -> Outcome:
    """Try a code typed in this browser, and count the try; commit it whatever came of it."""
    asked = asked_here()
    if asked is None:
        return Outcome.NONE
    phone, browser = asked.phone, asked.browser_hash
    if tries.too_many(Tried.CODE, phone, now) is not None:
        return Outcome.STOPPED
    asked = queries.last_code(browser, afresh=True)
    if asked is None or asked.phone != phone:  # replaced or used up while we waited our turn
        return Outcome.NONE
    standing = rules.standing(asked.expires_at, asked.wrong_tries, asked.used_at, now)
    if standing is not None:
        return Outcome(standing)
    right = hmac.compare_digest(asked.code_hash, code_hash(phone, browser, typed))
    return accept(asked, now) if right else count_wrong(asked, now)


def accept(asked: SignInCode, now: datetime) -> Outcome:
    """Use a code up: of two presses at the same moment, one finds it unused."""
    used = execute(
        update(SignInCode)
        .where(SignInCode.id == asked.id, SignInCode.used_at.is_(None))
        .values(used_at=now)
    )
    if used != 1:
        return Outcome.USED
    tries.answered(Tried.CODE_SENT, asked.phone)
    tries.note(Tried.CODE, asked.phone, right=True, now=now)
    return Outcome.RIGHT


def count_wrong(asked: SignInCode, now: datetime) -> Outcome:
    """Count a wrong try on the code, on the number and on the whole site."""
    asked.wrong_tries += 1
    tries.note(Tried.CODE, asked.phone, right=False, now=now)
    alarm.look(now)
    return Outcome.WRONG if asked.wrong_tries < rules.WRONG_A_CODE else Outcome.SPENT


def proven_here(now: datetime) -> SignInCode | None:
    """Return the code typed right in this browser a moment ago, until someone signs in by it."""
    asked = asked_here()
    if asked is None or not rules.is_proven(asked.used_at, now):
        return None
    return asked


def spend(proof: SignInCode) -> bool:
    """Take the proof away; return whether we were the one who took it: it signs in once."""
    return execute(delete(SignInCode).where(SignInCode.id == proof.id)) == 1


def forget_browser(browser: str) -> None:
    """Take back the codes that a browser asked for."""
    execute(delete(SignInCode).where(SignInCode.browser_hash == browser))


def forget_old(now: datetime) -> None:
    """Erase the codes that nobody can use any more, and the tries that nothing counts."""
    execute(delete(SignInCode).where(SignInCode.created_at <= now - rules.DAY))
    tries.forget_old(now)


def execute(statement: Update | Delete) -> int:
    """Run a statement, let go of the rows that it took away, and return how many it changed."""
    result = db.session.execute(statement.execution_options(synchronize_session="evaluate"))
    return int(result.rowcount)  # type: ignore[attr-defined]
