"""What a page of an offer shows of its answers: a week drawn, a month of pay, plainer words."""

from dataclasses import dataclass
from typing import Any

from webapp.clock import today
from webapp.employers import rules
from webapp.employers.hints import Hint, hints
from webapp.i18n import gettext as _
from webapp.offers import rules as offer_rules
from webapp.offers.display import Page
from webapp.offers.models import Offer
from webapp.offers.words import duration_text, euros, pay_text


@dataclass(frozen=True)
class SeenWeek:
    """A week in words and as a picture."""

    total: str
    sentences: list[str]
    rows: list[tuple[str, list[bool]]]


@dataclass(frozen=True)
class SeenPay:
    """The pay of an hour and of a month, and where the estimate comes from."""

    hour: str
    month: str
    net: str
    source: str


def week(_offer: Offer, form: Any) -> SeenWeek | None:
    """Return the week that the page speaks of, None where it holds no hours or wrong ones."""
    slots = () if form.errors or form.mode.data == rules.RANGE else form.week()
    if not slots:
        return None
    page = Page(Offer(week=[list(slot) for slot in slots]), today())
    total = duration_text(offer_rules.weekly_minutes(slots))
    return SeenWeek(_("%(hours)s par semaine", hours=total), page.week_sentences, page.week_rows)


def pay(offer: Offer, form: Any) -> SeenPay | None:
    """Return the pay that the page speaks of, None where no amount is known yet."""
    low, high = (None, None) if form.errors else form.cents()
    if not low:
        return None
    minutes = offer.weekly_minutes or 0
    whole = Offer(kind="job", pay_cents=low, pay_cents_max=high, weekly_minutes=minutes, week=[])
    page = Page(whole, today())
    net = _("Environ %(amount)s par mois sur le compte.", amount=page.net_text)
    return SeenPay(
        hour=_("%(pay)s, avant retenues.", pay=pay_text(whole)),
        month=month_text(page, minutes),
        net=net if minutes else "",
        source=page.net_rule.source,
    )


def month_text(page: Page, minutes: int) -> str:
    """Return the pay of a month before deductions, for so many minutes a week."""
    if not minutes:
        return ""
    amount = euros(page.month_cents, exact=False)
    text = _(
        "Pour %(hours)s par semaine : %(amount)s par mois, avant retenues.",
        hours=duration_text(minutes),
        amount=amount,
    )
    return str(text)


def easier(_offer: Offer, form: Any) -> list[Hint]:
    """Return what the words being written could say more simply."""
    return hints(form.words.data)
