"""The way of someone into the IAE, step by step with its delays, by who refers them."""

from collections.abc import Mapping
from datetime import date

from webapp.pathways import facts
from webapp.pathways.enums import Regime, Route
from webapp.pathways.facts import AskingFacts, DiagnosisFacts, RouteFacts
from webapp.pathways.regimes import regime_of


def steps(route: Route, insee: str, on: date) -> list[str]:
    """Return the steps of a route in a territory, as the facts in force say them."""
    edition, numbers = facts.in_force(RouteFacts, on), numbers_of(on)
    answer = edition.answers[regime_of(insee)]
    told = next(one.steps for one in edition.routes if one.key == route)
    return [text % numbers for text in (*told, answer)]


def source(on: date) -> str:
    """Return where these delays come from."""
    return facts.in_force(RouteFacts, on).source


def numbers_of(on: date) -> Mapping[str, int]:
    """Return the numbers that steps name, each from the part of the facts that holds it."""
    diagnosis, regime = facts.in_force(DiagnosisFacts, on), facts.regime(Regime.CONVENTION)
    return {
        "months": diagnosis.prescriber_months,
        "days": diagnosis.siae_days,
        "asking": facts.in_force(AskingFacts, on).working_days,
        "etti": facts.for_kind(regime.answer_hours, "etti"),
        "hours": facts.for_kind(regime.answer_hours, facts.ANY),
        "extension": regime.extension_working_days,
    }
