"""The words of forecasts, for professionals."""

from datetime import date

from babel.dates import format_date

from webapp.forecasts.models import Forecast
from webapp.i18n import capital, ngettext
from webapp.jobs.queries import job


def job_text(key: str) -> str:
    """Return the name of a job."""
    known = job(key)
    return str(known.label) if known else key


def month_text(month: date) -> str:
    """Return a month and its year: `Mars 2027`."""
    return capital(str(format_date(month, "MMMM y", "fr")))


def posts_text(forecast: Forecast) -> str:
    """Return how many posts are expected."""
    return ngettext("%(num)s poste", "%(num)s postes", forecast.count)
