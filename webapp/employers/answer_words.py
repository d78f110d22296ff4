"""The words of an employer's answers: reasons, moments to meet, what was just noted."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from webapp.applications.enums import ApplicationStatus, Reason, Side
from webapp.applications.models import Application, Meeting
from webapp.applications.telling import zone_of
from webapp.clock import now
from webapp.i18n import capital, ngettext
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import day_text, time_text
from webapp.pathways import diagnoses

REASONS = {
    Reason.FILLED: _l("La place est prise"),
    Reason.HOURS: _l("Les horaires ne vont pas"),
    Reason.FAR: _l("Le trajet est trop long"),
    Reason.SKILL: _l("Il faut un savoir-faire précis"),
    Reason.MISSED: _l("On n’a pas réussi à se parler"),
    Reason.ELSEWHERE: _l("La personne a trouvé ailleurs"),
}
WHY = {**REASONS, Reason.UNSAID: _l("Sans raison dite")}
Choice = tuple[str, str]  # what is sent, what is shown


def after_hiring(application: Application) -> str:
    """Return what was noted, and what the IAE asks first."""
    name = application.first_name
    if application.diagnosis_wanted_on is None:
        noted = _("C’est noté : vous embauchez %(name)s.", name=name)
    else:
        noted = wanted_diagnosis(application)
    grace = _(
        "Un SMS le dit à la personne dans un quart d’heure. "
        "Une erreur ? D’ici là, revenez sur cette réponse."
    )
    return f"{noted} {grace}"


def wanted_diagnosis(application: Application) -> str:
    """Return who was asked for the diagnosis, and for which day; that it is to be asked, else."""
    name, asked = application.first_name, diagnoses.of_application(application)
    if asked is None or asked.prescriber is None:
        return _(
            "C’est noté. Diagnostic à demander pour %(name)s : un prescripteur habilité le fait.",
            name=name,
        )
    return _(
        "C’est noté. Diagnostic demandé à %(place)s pour %(name)s, avant le %(day)s.",
        place=asked.prescriber.name,
        name=name,
        day=day_text(asked.due_on),
    )


def slots_by_day(moments: Sequence[datetime], zone: ZoneInfo) -> list[tuple[str, list[Choice]]]:
    """Return moments by day, each with its hour."""
    found: dict[date, list[Choice]] = {}
    for moment in moments:
        there = moment.astimezone(zone)
        hour = time_text(there.hour * 60 + there.minute)
        found.setdefault(there.date(), []).append((moment.isoformat(), hour))
    return [(capital(day_text(day)), choices) for day, choices in found.items()]


def local_moment(day: str, hour: str, zone: ZoneInfo) -> datetime | None:
    """Return a moment from what two fields say; None where either says nothing usable."""
    try:
        written = datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), zone)
    except ValueError:
        return None
    return written.astimezone(UTC)


def meeting_text(meeting: Meeting) -> str:
    """Return when a meeting takes place: `mardi 24 novembre à 9 h 30`."""
    if meeting.starts_at is None:
        return ""
    there = meeting.starts_at.astimezone(zone_of(meeting.application.offer))
    hour = time_text(there.hour * 60 + there.minute)
    return str(_("%(day)s à %(time)s", day=day_text(there.date()), time=hour))


def is_today(meeting: Meeting, on: date) -> bool:
    """Return whether a meeting is on this day, there."""
    zone = zone_of(meeting.application.offer)
    return meeting.starts_at is not None and meeting.starts_at.astimezone(zone).date() == on


def coming(count: int) -> str:
    """Return how many people come."""
    return str(ngettext("%(num)d personne vous attend", "%(num)d personnes vous attendent", count))


def went_on(count: int) -> str:
    """Return how many people wait to know what comes next."""
    return str(ngettext("Et ensuite ? %(num)d personne", "Et ensuite ? %(num)d personnes", count))


def ended(count: int) -> str:
    """Return how many answers were given these last days."""
    return str(ngettext("Fait : %(num)d réponse", "Fait : %(num)d réponses", count))


def choosing(count: int) -> str:
    """Return how many people are choosing a moment."""
    return str(
        ngettext("%(num)d personne choisit un moment", "%(num)d personnes choisissent", count)
    )


def when_here(meeting: Meeting, on: date) -> str:
    """Return when someone comes: today's hour first."""
    text = meeting_text(meeting)
    return str(_("Aujourd’hui : %(when)s", when=text)) if is_today(meeting, on) else text


def cannot_come(application: Application) -> bool:
    """Return whether the person said that they cannot come, and nothing was proposed since."""
    last = application.meetings[-1] if application.meetings else None
    return last is not None and last.over_by == Side.PERSON


def end_text(application: Application) -> str:
    """Return how a request ended, and why."""
    if application.status == ApplicationStatus.HIRED:
        return str(hired_text(application))
    return str(WHY[Reason(application.reason or Reason.UNSAID)])


def hired_text(application: Application) -> object:
    """Return that someone is hired, and where their diagnosis stands while it is missing."""
    wanted = application.diagnosis_wanted_on is not None
    if not wanted or not diagnoses.is_missing(application, now()):
        return _("Embauché")
    asked = diagnoses.of_application(application)
    if asked is None or asked.prescriber is None:
        return _("Embauché. Diagnostic à demander.")
    return _(
        "Embauché. Diagnostic demandé à %(place)s, avant le %(day)s.",
        place=asked.prescriber.name,
        day=day_text(asked.due_on),
    )
