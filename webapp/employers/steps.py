"""The pages of an offer: for each, its address, its form as it stands, and what it keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for

from webapp.clock import today
from webapp.employers import actions, forms, people, place, rules, seen, words
from webapp.employers.fields import StepForm, only, pairs
from webapp.employers.kind_words import NO_JOB, NO_JOB_MEANINGS
from webapp.employers.week_form import WeekForm
from webapp.jobs.queries import families, jobs
from webapp.jobs.tasks import task, tasks_for
from webapp.offers import rules as offer_rules
from webapp.offers.models import Offer, facts
from webapp.offers.words import CONTRACT_MEANINGS, CONTRACTS


def nothing(_offer: Offer, _form: StepForm) -> None:
    """Show nothing more than the questions."""


@dataclass(frozen=True)
class Step:
    """One page: its key, its part of the address, its form, how its answers are kept and seen.

    `part` is the template of what changes while one types, where something does.
    """

    key: str
    slug: str
    make: Callable[[Offer], StepForm]
    keep: Callable[[Offer, Any, datetime], None]
    show: Callable[[Offer, Any], Any] = nothing
    part: str | None = None


def family_form(offer: Offer | None) -> StepForm:
    """Return the choice of a family, also for an offer that is not there yet."""
    form = forms.FamilyForm(data={"family": offer.family if offer else None})
    form.family.choices = pairs({family.key: family.short for family in families()})
    return form


def keep_family(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the family."""
    actions.choose_family(offer, form.family.data, now)


def job_form(offer: Offer) -> StepForm:
    """Return the choice of a job of the family."""
    form = forms.JobForm(data={"job": offer.job})
    form.job.choices = pairs({job.key: job.label for job in jobs(offer.family or "")})
    return form


def keep_job(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the job."""
    actions.choose_job(offer, form.job.data, now)


def tasks_form(offer: Offer) -> StepForm:
    """Return the tasks of the family, and those already chosen."""
    form = forms.TasksForm(data={"tasks": offer.tasks})
    shown = list(tasks_for(offer.family or ""))
    kept = [known for known in map(task, offer.tasks) if known and known not in shown]
    form.tasks.choices = pairs({one.key: one.label for one in (*kept, *shown)})
    form.pictures = {one.key: one.picture for one in (*kept, *shown)}
    return form


def keep_tasks(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the tasks."""
    actions.write(offer, {"tasks": form.tasks.data}, now)


def week_form(offer: Offer) -> StepForm:
    """Return the week as it is kept, else the usual one of this kind of structure."""
    kind = offer.organisation.kind
    form = WeekForm(data=week_data(offer, kind))
    keys = [*rules.QUICK_WEEKS, rules.SAME, rules.EACH]
    if offer.organisation.what.sends_to_others:
        keys.append(rules.RANGE)
    form.mode.choices = only(words.WEEKS, keys)
    form.contract, form.kept = offer.contract, offer.weekly_minutes
    return form


def week_data(offer: Offer, kind: str) -> dict[str, Any]:
    """Return what the fields of the week show before anything is sent."""
    choice = rules.week_choice(offer.week, kind, offer.weekly_minutes)
    week = offer.week or rules.QUICK_WEEKS.get(choice) or rules.QUICK_WEEKS["day"]
    low, high = offer.weekly_minutes, offer.weekly_minutes_max
    if offer.week or low is None:
        low, high = rules.USUAL_RANGE
    return {
        "mode": choice,
        **rules.week_fields(week),
        "low": low // rules.HOUR,
        "high": (high or low) // rules.HOUR,
    }


def keep_week(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the week, or the range of hours."""
    week = [list(slot) for slot in form.week()]
    low, high = offer_rules.weekly_minutes(week), None
    if form.mode.data == rules.RANGE:
        low, high = form.low.data * rules.HOUR, form.high.data * rules.HOUR
    actions.write(offer, {"week": week, "weekly_minutes": low, "weekly_minutes_max": high}, now)


def contract_form(offer: Offer) -> StepForm:
    """Return the contracts that this kind of structure signs, the usual one chosen."""
    keys = rules.contracts(offer.organisation.kind)
    contract = offer.contract or keys[0]
    form = forms.ContractForm(
        data={
            "contract": offer.kind if offer.kind in rules.NO_JOB else contract,
            "months": offer.months or rules.usual_months(contract) or 0,
            "start": "day" if offer.starts_on else offer.start,
            "starts_on": offer.starts_on,
            "positions": offer.positions,
        }
    )
    form.contract.choices = [*only(CONTRACTS, keys), *pairs(NO_JOB)]
    form.meanings = CONTRACT_MEANINGS | NO_JOB_MEANINGS
    form.months.choices = pairs(
        {0: words.NO_LENGTH} | {months: words.months(months) for months in rules.MONTHS}
    )
    form.today, form.weekly_minutes, form.kept = today(), offer.weekly_minutes, offer.contract
    return form


def keep_contract(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the contract, or what is offered without one."""
    by_day = form.start.data == "day"
    columns = {
        **contract_or_kind(form.contract.data, form.months.data or None),
        "start": "soon" if by_day else form.start.data,
        "starts_on": form.starts_on.data if by_day else None,
        "positions": form.positions.data,
    }
    actions.write(offer, columns, now)


def contract_or_kind(chosen: str, months: int | None) -> dict[str, Any]:
    """Return a contract, which has no length if it has no end; or what has neither, nor pay."""
    if chosen in rules.NO_JOB:
        unpaid = {"pay_cents": None, "pay_cents_max": None}
        return {"kind": chosen, "contract": None, "months": None, **unpaid}
    length = None if chosen in rules.WITHOUT_END else months
    return {"kind": "job", "contract": chosen, "months": length}


def pay_form(offer: Offer) -> StepForm:
    """Return the pay as it is kept, else the minimum of the day."""
    smic = offer_rules.smic_cents(today())
    has_smic = not (offer.insee or "").startswith(rules.OWN_SMIC)
    form = forms.PayForm(
        data={
            "mode": pay_mode(offer, smic, has_smic=has_smic),
            "amount": offer.pay_cents,
            "low": offer.pay_cents,
            "high": offer.pay_cents_max,
        }
    )
    form.smic, form.contract, form.insee = smic, offer.contract, offer.insee
    form.kept = offer.pay_cents_max or offer.pay_cents or 0
    keys = (["smic"] if has_smic else []) + ["amount"]
    if offer.organisation.what.sends_to_others:
        keys.append(rules.RANGE)
    form.mode.choices = only(words.PAYS, keys)
    return form


def pay_mode(offer: Offer, smic: int, *, has_smic: bool) -> str:
    """Return the way in which the pay is said."""
    if offer.pay_cents_max:
        return rules.RANGE
    is_smic = offer.pay_cents in (None, smic)
    return "smic" if is_smic and has_smic else "amount"


def keep_pay(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the pay."""
    low, high = form.cents()
    actions.write(offer, {"pay_cents": low, "pay_cents_max": high}, now)


def needs_form(offer: Offer) -> StepForm:
    """Return what the work asks for."""
    learned = set(offer.learned)
    return forms.NeedsForm(
        data={
            "experience": "taught" if "experience" in learned else offer.experience,
            "licence": offer.licence,
            "french": offer.french,
            "french_taught": "french" in learned,
            "carrying": offer.carrying,
            "posture": offer.posture,
            "screen": "taught" if "screen" in learned else offer.screen,
            "bring": offer.bring,
        }
    )


def keep_needs(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the needs, and what of them is taught on the spot."""
    taught = [key for key in ("experience", "screen") if form[key].data == "taught"]
    if form.french_taught.data:
        taught.append("french")
    screen, experience = form.screen.data, form.experience.data
    columns = {
        "experience": "none" if experience == "taught" else experience,
        "licence": form.licence.data,
        "french": form.french.data,
        "carrying": form.carrying.data,
        "posture": form.posture.data,
        "screen": "useful" if screen == "taught" else screen,
        "learned": taught,
        "bring": form.bring.data,
    }
    actions.write(offer, columns, now)


def words_form(offer: Offer) -> StepForm:
    """Return the employer's words, and the rule that reads them."""
    form = forms.WordsForm(data={"words": offer.words})
    form.contract = offer.contract
    return form


def keep_words(offer: Offer, form: Any, now: datetime) -> None:
    """Keep the employer's words."""
    actions.write(offer, {"words": form.words.data}, now)


STEPS = (
    Step("family", "famille", family_form, keep_family),
    Step("job", "metier", job_form, keep_job),
    Step("tasks", "taches", tasks_form, keep_tasks),
    Step("place", "lieu", place.place_form, place.keep_place),
    Step("week", "horaires", week_form, keep_week, seen.week),
    Step("contract", "contrat", contract_form, keep_contract),
    Step("pay", "salaire", pay_form, keep_pay, seen.pay),
    Step("needs", "besoins", needs_form, keep_needs),
    Step("contact", "contact", people.contact_form, people.keep_contact),
    Step("words", "mots", words_form, keep_words, seen.easier, "employers/_hints.html"),
)
BY_KEY = {step.key: step for step in STEPS}
BY_SLUG = {step.slug: step for step in STEPS}


def address_of(found: Offer, key: str) -> str:
    """Return the address of a page of an offer."""
    return url_for("employers.step", public_id=found.public_id, slug=BY_KEY[key].slug)


def lacking(found: Offer) -> tuple[str, ...]:
    """Return the keys of what an offer still lacks."""
    return offer_rules.missing(facts(found), kind=found.organisation.kind)


def resume(draft: Offer) -> str:
    """Return where a draft goes on."""
    gap = rules.resume_at(lacking(draft))
    return address_of(draft, gap) if gap else url_for("employers.offer", public_id=draft.public_id)


def after(found: Offer, key: str) -> str:
    """Return where one goes once a page is kept: on, or back to an offer that is whole."""
    following = rules.next_step(key, found.kind)
    if not following or not lacking(found):
        return url_for("employers.offer", public_id=found.public_id)
    return address_of(found, following) if found.published_at is None else resume(found)
