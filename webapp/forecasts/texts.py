"""The e-mail about a forecast whose month has come."""

from webapp.forecasts.models import Forecast
from webapp.jobs.queries import job, said

SUBJECT = "Vos postes prévus : c’est le moment ?"
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)


def asked(forecast: Forecast, address: str) -> str:
    """Return the question."""
    known = job(forecast.job)
    name = said(known) if known else "travail"
    posts = "1 poste" if forecast.count == 1 else f"{forecast.count} postes"
    return (
        f"Bonjour,\n\nVous aviez prévu {posts} en {MONTHS[forecast.month.month - 1]} : {name}.\n\n"
        f"Faites-en une offre en un appui, ou dites que ce n’est plus utile : {address}\n\n"
        "À deux pas"
    )
