"""Exit reviews: written and signed by both correspondents, read and answered by the person.

Whom nobody accompanies has one correspondent alone: `work_rules.is_review_frozen` says what then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads, timeline
from webapp.followup.enums import Readers
from webapp.pathways import happened, texts, work, work_rules
from webapp.pathways.asking import tell
from webapp.pathways.enums import Said, Side
from webapp.pathways.own_refusals import TextChanged
from webapp.pathways.refusals import Changed, Settled
from webapp.pathways.rights import allow, is_siae
from webapp.pathways.work_models import ExitReview, WorkContract
from webapp.pathways.work_rules import Signed
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person

TEXTS = ("results", "outlook", "promises")
CORRESPONDENTS = frozenset({Side.SIAE, Side.ADVISER})
Marks = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Version:
    """The words that were signed, and by whom."""

    number: int
    results: str
    outlook: str
    promises: str
    signatures: Marks

    @property
    def by_correspondents(self) -> Marks:
        """The signatures of the correspondents, in the order of their moments."""
        return {side: mark for side, mark in self.signatures.items() if side in CORRESPONDENTS}

    @property
    def own(self) -> Mapping[str, Any]:
        """What the person answered to these words; nothing as yet."""
        return self.signatures.get(Side.PERSON, {})


def review_of(contract: WorkContract) -> ExitReview | None:
    """Return the exit review of a contract."""
    found = select(ExitReview).where(ExitReview.contract_id == contract.id)
    return db.session.scalars(found.order_by(ExitReview.id)).first()


def side_of(account: Account, contract: WorkContract) -> Side | None:
    """Return for which side a professional signs the exit review; None for neither."""
    if work.is_of(account, contract):
        return Side.SIAE
    adviser = account.role in (Role.ADVISER, Role.LEAD) and account.organisation.what.accompanies
    return Side.ADVISER if adviser and not is_siae(account) else None


def has_signed(account: Account, contract: WorkContract, found: ExitReview, at: datetime) -> bool:
    """Return whether a review waits no more for this professional: frozen, or their side signed."""
    return is_frozen(found, at) or side_of(account, contract) in found.signatures


def write(
    contract: WorkContract, account: Account, words: Mapping[str, str], version: int, now: datetime
) -> ExitReview:
    """Write the exit review. Raise Changed, Settled or NotYours.

    `version` is the one that was on the screen: another hand's words are not lost. What someone
    signed stays as they signed it: new words make a new version, which everyone signs again.
    """
    allow(side_of(account, contract) is not None)
    found = locked(review_of(contract))
    if found is None:
        found = ExitReview(contract=contract, signatures={}, former=[], version=0, written_at=now)
        db.session.add(found)
    if found.version != version:
        raise Changed
    if is_frozen(found, now):
        raise Settled
    if found.signatures:
        found.former = [*found.former, vars(standing(found))]
    for name in TEXTS:
        setattr(found, name, words[name])
    found.version, found.signatures, found.written_at = version + 1, {}, now
    db.session.flush()
    journal.note(contract.person, Act.CHANGED, account=account, now=now, what="exit-review")
    return found


def locked(found: ExitReview | None) -> ExitReview | None:
    """Return a review as it is now: who signs at the same moment waits for their turn."""
    if found is not None:
        db.session.flush()
        db.session.refresh(found, with_for_update=True)
    return found


def signed(found: ExitReview) -> Signed:
    """Return who signed a review, as the rules read it."""
    marks = found.signatures
    siae_at = marks.get(Side.SIAE, {}).get("at")
    return Signed(
        siae_at=datetime.fromisoformat(siae_at) if siae_at else None,
        adviser=Side.ADVISER in marks,
        person=marks.get(Side.PERSON, {}).get("said") == Said.YES,
        alone=Side.NOBODY in marks,
    )


def is_frozen(found: ExitReview, at: datetime) -> bool:
    """Return whether the words change no more."""
    return work_rules.is_review_frozen(signed(found), at)


def sign(found: ExitReview, account: Account, version: int, now: datetime) -> None:
    """Sign the exit review for one's side. Raise NotYours, Changed or Settled."""
    side = side_of(account, found.contract)
    allow(side is not None)
    locked(found)
    if found.version != version:
        raise Changed
    if side is None or side in found.signatures or is_frozen(found, now):
        raise Settled
    mark: dict[str, Any] = {
        "name": f"{account.first_name} {account.last_name}".strip(),
        "function": account.function,
        "place": account.organisation.name,
        "at": now.isoformat(),
    }
    if not found.signatures:
        ask_person(found, now)
    found.signatures = {**found.signatures, side: mark, **without_adviser(found, side, now)}
    if is_frozen(found, now):
        happened.tell(found.contract.person, "exit-review", account, now)


def without_adviser(found: ExitReview, side: Side, now: datetime) -> Marks:
    """Return the mark that nobody accompanies the person, written as their SIAE signs."""
    on, person = now.astimezone(PARIS).date(), found.contract.person
    alone = side is Side.SIAE and not caseloads.who_advise(person, on)
    return {Side.NOBODY: {"at": now.isoformat()}} if alone else {}


def ask_person(found: ExitReview, now: datetime) -> None:
    """Tell the person, once a version, that someone signed words about them: theirs to read."""
    contract = found.contract
    if contract.person.phone:
        text = texts.review(contract.person.first_name)
        tell(contract, text, f"exit-review:{found.public_id}:{found.version}", now)


def of_contracts(contracts: Sequence[WorkContract]) -> Mapping[int, ExitReview]:
    """Return the exit review of each of these contracts that has one."""
    wanted = ExitReview.contract_id.in_([one.id for one in contracts])
    rows = db.session.scalars(select(ExitReview).where(wanted).order_by(ExitReview.id.desc()))
    return {one.contract_id: one for one in rows}


def standing(found: ExitReview) -> Version:
    """Return the words as they stand."""
    words = {name: getattr(found, name) for name in TEXTS}
    return Version(number=found.version, signatures=found.signatures, **words)


def former(found: ExitReview) -> list[Version]:
    """Return what was signed before the words changed, the first one first."""
    return [Version(**one) for one in found.former]


def told(found: ExitReview) -> Version | None:
    """Return what the person reads: the last words that a correspondent signed, no draft."""
    signed = [
        one for one in (*former(found), standing(found)) if CORRESPONDENTS & {*one.signatures}
    ]
    return signed[-1] if signed else None


def of_person(person: Person) -> list[ExitReview]:
    """Return the exit reviews that a person may read, the latest first."""
    found = db.session.scalars(
        select(ExitReview)
        .join(ExitReview.contract)
        .where(WorkContract.person_id == person.id)
        .order_by(ExitReview.id.desc())
    )
    return [one for one in found if told(one) is not None]


def waits(found: ExitReview) -> bool:
    """Return whether these words wait for the person's answer."""
    return bool(CORRESPONDENTS & set(found.signatures)) and Side.PERSON not in found.signatures


def answer(
    found: ExitReview, said: Said, remark: str, version: int, now: datetime, *, by: Account | None
) -> None:
    """Keep that the person signs these words, or does not, and their remark. Raise TextChanged.

    `by` is the professional beside whom they answer. A signature is the last answer; a refusal
    may still become one, and stays with it.
    """
    locked(found)
    if found.version != version or not CORRESPONDENTS & set(found.signatures):
        raise TextChanged
    before, person = found.signatures.get(Side.PERSON, {}), found.contract.person
    told, stood = {"said": said, "remark": remark}, is_frozen(found, now)
    if before.get("said") == Said.YES or before.items() >= told.items():
        return
    mark = {
        "name": f"{person.first_name} {person.last_name}".strip(),
        "beside": f"{by.first_name}, {by.organisation.name}" if by else "",
        "at": now.isoformat(),
        "before": [*before["before"], {**before, "before": []}] if before else [],
    }
    found.signatures = {**found.signatures, Side.PERSON: told | mark}
    journal.note(person, Act.CHANGED, account=by, now=now, what="exit-review")
    tell_answer(found, now, freezes=not stood and is_frozen(found, now))


def tell_answer(found: ExitReview, now: datetime, *, freezes: bool) -> None:
    """Tell the timeline of an answer, and that the review is signed where it was the last one."""
    for kind in ("path-exit-answer", "path-exit-review")[: 1 + freezes]:
        timeline.record(found.contract.person, kind, now, readers=Readers.PERSON)
