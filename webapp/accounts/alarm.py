"""Wrong codes on the whole site: watched, so that a slow attack on many numbers is seen."""

from datetime import datetime

from prometheus_client import Counter, Gauge

from webapp.accounts import rules, tries
from webapp.accounts.enums import Tried
from webapp.logger import log
from webapp.operations.metrics import registry

wrong_codes = Counter(
    "a_deux_pas_wrong_codes", "Wrong sign-in codes typed in this process", registry=registry
)
in_window = Gauge(
    "a_deux_pas_wrong_codes_10_minutes",
    "Wrong sign-in codes of the last 10 minutes on the whole site, when one was last typed",
    registry=registry,
)
threshold = Gauge(
    "a_deux_pas_wrong_codes_alarm",
    "Wrong codes in 10 minutes above which to look",
    registry=registry,
)
threshold.set(rules.ALARM)


def look(now: datetime) -> None:
    """Count a wrong code, and say in the logs, without any number, when there are too many."""
    count = wrong(now)
    wrong_codes.inc()
    in_window.set(count)
    if rules.is_alarming(count):
        log.error("wrong-codes", count=count, minutes=10, most=rules.ALARM)


def wrong(now: datetime) -> int:
    """Return how many wrong codes were typed in the last ten minutes, by whomever."""
    return tries.wrong_since(Tried.CODE, now - rules.ALARM_WINDOW)


def state(now: datetime) -> dict[str, int | bool]:
    """Return what the operator sees of wrong codes."""
    count = wrong(now)
    in_window.set(count)
    return {"wrong_codes": count, "most": rules.ALARM, "alarm": rules.is_alarming(count)}
