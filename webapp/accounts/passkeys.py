"""Passkeys: a key kept by a phone or a computer, which a finger or its own code opens.

The question put to the key stands in the signed session cookie, for five minutes. It is taken out
when it is answered; an old cookie sent again serves nothing, for a key refuses a question asked
before its last use. The library that checks the answers is loaded when the first one comes.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_bytes
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, request, session
from sqlalchemy import ColumnElement, delete, select

from webapp.accounts import devices
from webapp.accounts.browsers import described
from webapp.accounts.models import Account, Passkey
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.logger import log
from webapp.people.models import Person

Owner = Person | Account
ASKED = "passkey"  # in the session: the question put to a key
LIFE = timedelta(minutes=5)
MOST = 10  # keys of one person
LONGEST_LABEL = 60


class NotThisKey(Refused):
    """The answer of a key opens nothing here; whatever the reason, the words are the same."""

    title = _l("Ça n’a pas marché")
    advice = _l("Essayez encore, ou entrez autrement.")
    code = 422


class TooLate(NotThisKey):
    """The question was asked too long ago, or answered already."""

    advice = _l("C’était un peu long. Touchez encore le bouton.")


class CopiedKey(NotThisKey):
    """The key counts fewer uses than we do: someone may hold a copy of it."""

    advice = _l("Cette clé ne peut plus servir. Entrez autrement, puis enlevez la clé.")


class TooManyKeys(NotThisKey):
    """Someone keeps more keys than anyone needs."""

    advice = _l("Vous avez déjà 10 clés. Enlevez une clé, puis essayez encore.")


def relying_party() -> tuple[str, str]:
    """Return the name under which keys are made, and the origin they may be used from."""
    parts = urlsplit(current_app.config["PUBLIC_URL"])
    return parts.hostname or "", f"{parts.scheme}://{parts.netloc}"


def registration_options(owner: Owner, now: datetime) -> dict[str, Any]:
    """Return what the browser needs to make a key for someone, as WebAuthn writes it in JSON."""
    attachment = {"authenticatorAttachment": "platform"} if isinstance(owner, Person) else {}
    name = owner.first_name if isinstance(owner, Person) else owner.email
    return {
        "rp": {"id": relying_party()[0], "name": "À deux pas"},
        "user": {"id": coded(handle(owner)), "name": name, "displayName": name},
        "challenge": ask("create", owner, now),
        "pubKeyCredParams": [{"type": "public-key", "alg": alg} for alg in (-8, -7, -257)],
        "timeout": int(LIFE.total_seconds() * 1000),
        "excludeCredentials": descriptors(owner),
        "authenticatorSelection": {
            **attachment,
            "residentKey": "required",
            "requireResidentKey": True,
            "userVerification": "required",
        },
        "attestation": "none",
    }


def sign_in_options(now: datetime, owner: Owner | None = None) -> dict[str, Any]:
    """Return what the browser needs to use a key: any of ours, or one of someone's alone."""
    return {
        "rpId": relying_party()[0],
        "challenge": ask("get", owner, now),
        "timeout": int(LIFE.total_seconds() * 1000),
        "allowCredentials": descriptors(owner) if owner is not None else [],
        "userVerification": "required",
    }


def handle(owner: Owner) -> bytes:
    """Return the name under which a key keeps its owner: it tells nothing of them."""
    kind = "person" if isinstance(owner, Person) else "account"
    return f"{kind}:{owner.public_id}".encode()


def descriptors(owner: Owner) -> list[dict[str, str]]:
    """Return the keys of someone as browsers name them."""
    return [{"type": "public-key", "id": coded(key.credential_id)} for key in of_owner(owner)]


def ask(way: str, owner: Owner | None, now: datetime) -> str:
    """Return a new question of 256 bits, and keep it in the session with who may answer it."""
    challenge = coded(token_bytes(32))
    who = coded(handle(owner)) if owner is not None else ""
    session[ASKED] = {"challenge": challenge, "way": way, "who": who, "at": now.timestamp()}
    return challenge


def asked(way: str, owner: Owner | None, now: datetime) -> tuple[bytes, datetime]:
    """Take the question out of the session, with its hour; raise TooLate without a fresh one."""
    question = session.pop(ASKED, None) or {}
    who = coded(handle(owner)) if owner is not None else ""
    if (question.get("way"), question.get("who")) != (way, who):
        raise TooLate
    at = datetime.fromtimestamp(question["at"], now.tzinfo)
    if not -devices.SKEW <= now - at <= LIFE:
        raise TooLate
    return decoded(question["challenge"]), at


def register(owner: Owner, credential: Mapping[str, Any], now: datetime) -> Passkey:
    """Keep a new key of someone; raise NotThisKey where it is not one made for this question."""
    if len(of_owner(owner)) >= MOST:
        raise TooManyKeys
    challenge, _at = asked("create", owner, now)
    host, origin = relying_party()
    from webauthn import verify_registration_response

    try:
        made = verify_registration_response(
            credential=dict(credential),
            expected_challenge=challenge,
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=True,
        )
    except Exception as fault:  # what a browser sends may be anything
        raise refused(fault) from fault
    return kept(owner, made.credential_id, made.credential_public_key, made.sign_count, now)


def kept(owner: Owner, name: bytes, key: bytes, count: int, now: datetime) -> Passkey:
    """Add a key to someone's; one that is already kept is nobody else's to take."""
    if len(name) > 1023 or by_credential(name) is not None:
        raise NotThisKey
    passkey = Passkey(
        person_id=owner.id if isinstance(owner, Person) else None,
        account_id=owner.id if isinstance(owner, Account) else None,
        credential_id=name,
        public_key=key,
        sign_count=count,
        label=described(request.user_agent.string),
        created_at=now,
    )
    db.session.add(passkey)
    return passkey


def verify(credential: Mapping[str, Any], now: datetime, owner: Owner | None = None) -> Passkey:
    """Return the key that answered our question, with its use noted; raise NotThisKey."""
    challenge, at = asked("get", owner, now)
    passkey = by_credential(decoded(credential.get("id")))
    if passkey is None or (owner is not None and not is_of(passkey, owner)):
        raise NotThisKey
    if passkey.used_at is not None and at <= passkey.used_at:
        raise TooLate  # this question was answered, and an old cookie brings it back
    count = counted(passkey, credential, challenge)
    if (count or passkey.sign_count) and count <= passkey.sign_count:
        log.warning("passkey", fault="counts backwards", key=passkey.public_id)
        raise CopiedKey
    passkey.sign_count, passkey.used_at = count, now
    return passkey


def counted(passkey: Passkey, credential: Mapping[str, Any], challenge: bytes) -> int:
    """Return how many uses the key counts, once its signature is found right."""
    host, origin = relying_party()
    from webauthn import verify_authentication_response

    try:
        answer = verify_authentication_response(
            credential=dict(credential),
            expected_challenge=challenge,
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,  # compared by us, once the signature is right
            require_user_verification=True,
        )
    except Exception as fault:  # what a browser sends may be anything
        raise refused(fault) from fault
    return answer.new_sign_count


def refused(fault: Exception) -> NotThisKey:
    """Return the refusal of an answer; what was wrong with it is for the log alone."""
    log.info("passkey", fault=type(fault).__name__)
    return NotThisKey()


def by_credential(name: bytes) -> Passkey | None:
    """Return a key by the name its phone gave it; until the end, nobody else answers with it."""
    wanted = select(Passkey).where(Passkey.credential_id == name).with_for_update()
    return db.session.scalars(wanted).one_or_none()


def of_owner(owner: Owner) -> list[Passkey]:
    """Return the keys of someone, the first made first."""
    wanted = select(Passkey).where(mine(owner)).order_by(Passkey.created_at, Passkey.id)
    return list(db.session.scalars(wanted))


def one_of(owner: Owner, public_id: str) -> Passkey | None:
    """Return one key of someone by its public name."""
    wanted = select(Passkey).where(mine(owner), Passkey.public_id == public_id)
    return db.session.scalars(wanted).one_or_none()


def mine(owner: Owner) -> ColumnElement[bool]:
    """Return the condition that a key is someone's."""
    if isinstance(owner, Person):
        return Passkey.person_id == owner.id
    return Passkey.account_id == owner.id


def is_of(passkey: Passkey, owner: Owner) -> bool:
    """Return whether a key is someone's."""
    if isinstance(owner, Person):
        return passkey.person_id == owner.id
    return passkey.account_id == owner.id


def forget(account: Account, now: datetime) -> int:
    """Take away every key of a professional and close their devices; return how many keys.

    They make a new one after their next mailed link.
    """
    found = len(of_owner(account))
    db.session.execute(delete(Passkey).where(mine(account)))
    devices.close_all(account, now)
    return found


def coded(value: bytes) -> str:
    """Return bytes as browsers write them in JSON."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def decoded(text: object) -> bytes:
    """Return the bytes of a text of ours or of a browser; raise NotThisKey for another."""
    try:
        return urlsafe_b64decode(str(text).encode("ascii") + b"===")
    except ValueError:
        raise NotThisKey from None
