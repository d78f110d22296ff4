"""Where an approval stands, as sentences that say the day, the hour and what follows."""

from datetime import datetime

from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext as _n
from webapp.offers.words import date_text, day_text
from webapp.pathways import facts, queries
from webapp.pathways.enums import Regime
from webapp.pathways.facts import SuspensionFacts
from webapp.pathways.models import Approval, ApprovalSuspension
from webapp.pathways.queries import Computed
from webapp.pathways.rules import Standing

STANDINGS = {
    Standing.WAITING: _l("En attente de réponse"),
    Standing.REFUSED: _l("Refusé"),
    Standing.WITHDRAWN: _l("Demande retirée"),
    Standing.TO_COME: _l("À venir"),
    Standing.VALID: _l("Valable"),
    Standing.SUSPENDED: _l("Suspendu"),
    Standing.OVER: _l("Fini"),
}
NOT_A_PASS = _l("Cet agrément local ne vaut pas PASS IAE.")


def hour(at: datetime, insee: str) -> str:
    """Return a moment as people say it there: `lundi 30 novembre 2026 à 10 h 05`."""
    here = at.astimezone(queries.place(insee).zone)
    clock = f"{here:%-H}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{here:%M}"
    return _("%(day)s %(year)s à %(hour)s", day=day_text(here.date()), year=here.year, hour=clock)


def number(approval: Approval) -> str:
    """Return the number of a PASS IAE in groups that people read: `99999 21 00001`."""
    text, gap = approval.number, "\N{NO-BREAK SPACE}"
    return gap.join((text[:5], text[5:7], text[7:])) if text else ""


def title(known: Computed) -> str:
    """Return what an approval is called."""
    approval = known.approval
    if approval.regime == Regime.PASS:
        return _("PASS IAE n° %(number)s", number=number(approval))
    return _("Extension d’agrément") if approval.extension else _("Agrément local")


def sentences(known: Computed) -> list[str]:
    """Return where an approval stands, sentence by sentence."""
    told = [*how_granted(known), *STATE[known.standing](known)]
    return [*told, str(NOT_A_PASS)] if known.approval.regime == Regime.CONVENTION else told


def how_granted(known: Computed) -> list[str]:
    """Return when it was asked and granted, where that is decided here."""
    if known.approval.regime == Regime.PASS:
        return []
    insee = known.approval.insee
    told = [_("Demandé le %(moment)s.", moment=hour(known.approval.asked_at, insee))]
    if known.granted_at is not None:
        moment = hour(known.granted_at, insee)
        told.append(
            _("Accordé le %(moment)s, faute de réponse écrite à cette heure.", moment=moment)
            if known.deemed
            else _("Accordé par écrit le %(moment)s.", moment=moment)
        )
    return told


def waiting(known: Computed) -> list[str]:
    """Return until when an answer is due, and what silence means."""
    moment = hour(known.due or known.approval.asked_at, known.approval.insee)
    return [
        _("Réponse écrite attendue avant le %(moment)s.", moment=moment),
        _("Sans réponse à cette heure, l’agrément est accordé."),
    ]


def refused(known: Computed) -> list[str]:
    """Return when it was refused."""
    at = known.approval.answered_at or known.approval.asked_at
    return [_("Refusé par écrit le %(moment)s.", moment=hour(at, known.approval.insee))]


def withdrawn(known: Computed) -> list[str]:
    """Return when the question was taken back."""
    at = known.approval.withdrawn_at or known.approval.asked_at
    return [_("Demande retirée le %(moment)s.", moment=hour(at, known.approval.insee))]


def to_come(known: Computed) -> list[str]:
    """Return when it begins."""
    begin = known.path.begin if known.path else known.on
    return [
        _("Commence le %(day)s.", day=date_text(begin)),
        _("Valable jusqu’au %(day)s compris.", day=date_text(known.end or begin)),
    ]


def valid(known: Computed) -> list[str]:
    """Return until when it holds and how many days are left."""
    return [
        _("Valable jusqu’au %(day)s compris.", day=date_text(known.end or known.on)),
        _n("Il reste %(num)s jour.", "Il reste %(num)s jours.", known.left),
    ]


def suspended(known: Computed) -> list[str]:
    """Return that its days do not pass, and how many are left."""
    return [
        _("Suspendu en ce moment : ses jours ne passent pas."),
        _n("Il reste %(num)s jour.", "Il reste %(num)s jours.", known.left),
        _("S’il reprenait demain, il finirait le %(day)s.", day=date_text(known.end or known.on)),
    ]


def over(known: Computed) -> list[str]:
    """Return since when it is over, and when another may begin."""
    told = [_("Fini depuis le %(day)s.", day=date_text(known.end or known.on))]
    until = known.waiting_until or known.on
    if known.approval.waived_at is not None:
        told.append(
            _("Un prescripteur habilité a levé le délai : un nouveau parcours peut commencer.")
        )
    elif known.on <= until:
        told.append(_("Nouveau parcours possible après le %(day)s.", day=date_text(until)))
        told.append(_("Avant, un prescripteur habilité peut en décider autrement."))
    else:
        told.append(_("Le délai est passé : un nouveau parcours peut commencer."))
    return told


STATE = {
    Standing.WAITING: waiting,
    Standing.REFUSED: refused,
    Standing.WITHDRAWN: withdrawn,
    Standing.TO_COME: to_come,
    Standing.VALID: valid,
    Standing.SUSPENDED: suspended,
    Standing.OVER: over,
}


def reason(key: str, section: str) -> str:
    """Return the name of a reason of the facts."""
    names = {one.key: one.name for edition in facts.section(section) for one in edition.reasons}
    return str(names.get(key, key))


def pause(one: ApprovalSuspension) -> str:
    """Return a suspension in one line: its days and why."""
    why, begin = reason(one.reason, "suspension"), date_text(one.begins_on)
    if one.ends_on is None:
        return _("Suspendu depuis le %(begin)s : %(why)s.", begin=begin, why=why)
    end = date_text(one.ends_on)
    return _("Suspendu du %(begin)s au %(end)s : %(why)s.", begin=begin, end=end, why=why)


def moved(known: Computed) -> list[str]:
    """Return what moved the end of an approval, line by line, in order."""
    lines = [(one.begins_on, pause(one)) for one in known.approval.pauses]
    for more in known.approval.prolongations:
        why = reason(more.reason, "prolongation")
        text = _("Prolongé jusqu’au %(end)s : %(why)s.", end=date_text(more.ends_on), why=why)
        lines.append((more.begins_on, text))
    return [text for _day, text in sorted(lines)]


def sources(known: Computed) -> list[str]:
    """Return where the rules that apply come from."""
    found = [known.regime.source]
    if known.approval.pauses:
        found.append(facts.in_force(SuspensionFacts, known.on).source)
    if known.approval.prolongations:
        found.append(facts.in_force(facts.ProlongationFacts, known.on).source)
    if known.standing is Standing.OVER:
        found.append(facts.in_force(facts.Waiting, known.on).source)
    return found
