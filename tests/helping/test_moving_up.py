"""Unanswered after two working days, a request moves up to the lead: once."""

from datetime import datetime

from sqlalchemy import select

from tests.factories import make_account, make_help_request, make_organisation, saved
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.helping import actions, asking
from webapp.helping.enums import Need
from webapp.helping.models import HelpRequest, Responsibility
from webapp.helping.queries import helpers, spot
from webapp.messages.queries import outbox
from webapp.operations import daily

VAULX = spot("69256", 45.7786, 4.9206)


def paris(day, hour=10):
    """A moment of December 2026 in Paris."""
    return datetime(2026, 12, day, hour, tzinfo=PARIS)


def call(**facts: object):
    """Someone asks, on this database."""
    usual = {"need": Need.PAPERS, "first_name": "Fatou", "phone": "+33639980001", "spot": VAULX}
    return asking.Call(**usual | facts)


def test_it_moves_up_when_two_working_days_have_passed(database, app, berges, nadia, thomas):
    made = asking.ask(call(), paris(3))  # a Thursday: due on Monday
    assert actions.raise_late(paris(7, 23)) == 0

    assert actions.raise_late(paris(8, 3)) == 1
    assert actions.raise_late(paris(8, 4)) == 0
    assert actions.raise_late(paris(20)) == 0

    db.session.commit()
    assert made.owner == thomas
    assert [one.kind for one in made.steps] == ["asked", "routed", "raised"]
    assert [mail.subject for mail in outbox(thomas.email)] == [
        "Une demande d’aide est restée sans réponse"
    ]


def test_it_is_late_for_the_lead_until_someone_takes_it(app, berges, nadia, thomas):
    made = asking.ask(call(), paris(3))
    actions.raise_late(paris(8, 3))
    assert made.is_late(paris(8).date())

    actions.take(made, thomas, paris(8))

    assert not made.is_late(paris(8).date())


def test_christmas_does_not_count(app, berges, thomas):
    made = asking.ask(call(), paris(23))

    assert made.due_on.isoformat() == "2026-12-28"


def test_saint_etienne_does_not_count_in_strasbourg(app):
    made = asking.ask(
        call(spot=spot("67482", 48.58, 7.75)), datetime(2028, 12, 22, 10, tzinfo=PARIS)
    )

    assert made.due_on.isoformat() == "2028-12-28"


def test_a_sign_in_time_keeps_it_where_it_is(app, berges, nadia, thomas):
    made = asking.ask(call(), paris(3))
    actions.take(made, nadia, paris(7))

    assert actions.raise_late(paris(8)) == 0
    assert actions.raise_late(paris(10, 3)) == 1  # taken, then forgotten


def test_a_lead_who_is_away_leaves_it_to_the_other(app, berges, thomas):
    ines = make_account("lead", organisation=berges, first_name="Inès")
    thomas.away_from = paris(1).date()
    made = asking.ask(call(), paris(3))

    actions.raise_late(paris(8))

    assert made.owner == ines
    assert outbox(thomas.email)
    assert outbox(ines.email)


def test_what_is_over_or_nobody_s_does_not_move(app, berges, nadia):
    over = asking.ask(call(), paris(3))
    actions.finish(over, nadia, paris(4))
    alone = asking.ask(call(need=Need.TRAVEL), paris(3))

    assert actions.raise_late(paris(20)) == 0
    assert alone.organisation is None


def test_the_day_is_that_of_the_place(app):
    """In Guadeloupe it is still the last day when night has come to Paris."""
    there = make_organisation(kind="ccas", insee="97105", lat=16.0, lon=-61.7)
    made = make_help_request(organisation=there, insee="97105", due_on=paris(7).date())

    assert actions.raise_late(paris(8, 3)) == 0
    assert actions.raise_late(paris(8, 9)) == 1
    assert made.raised_at is not None


def test_the_work_of_each_day_moves_them_up(app, at, berges, thomas):
    asking.ask(call(), paris(3))
    db.session.commit()
    at(paris(8, 4))

    assert daily.attempt("raise-help", daily.JOBS["raise-help"], paris(8).date())
    assert daily.attempt("raise-help", daily.JOBS["raise-help"], paris(8).date())

    (made,) = db.session.scalars(select(HelpRequest))
    assert [one.kind for one in made.steps].count("raised") == 1


def test_the_commands_list_what_nobody_answers_and_move_up(app, runner):
    made = asking.ask(call(need=Need.MONEY), paris(3))
    db.session.commit()

    assert runner.invoke(args=["helping", "waiting"]).stdout.startswith(f"{made.public_id}\tmoney")
    assert "Moved up 0" in runner.invoke(args=["helping", "raise-late"]).stderr


def test_what_an_organisation_that_everyone_left_had_goes_to_another(app, berges):
    made = asking.ask(call(), paris(3))
    for account in helpers(berges.id):
        account.closed_at = paris(4)
    other = make_organisation(kind="ccas", name="Autre")
    saved(Responsibility(organisation=other, need="papers", reach="near"))
    assert asking.route_waiting(paris(5)) == 0  # nobody works there yet

    make_account("adviser", organisation=other)

    assert asking.route_waiting(paris(5)) == 1
    assert made.organisation == other
    assert made.status == "asked"
