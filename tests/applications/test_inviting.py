"""Meetings: proposed, chosen, recalled, moved, called off; and what each is told."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import render_template_string
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_application, make_contact, make_offer
from webapp import calendars
from webapp.applications import inviting, slots
from webapp.applications.enums import Chosen
from webapp.applications.followed import Followed
from webapp.applications.refusals import NoSlots
from webapp.clock import PARIS
from webapp.messages import queries as outbox
from webapp.messages import rules as sms

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 26, 13, 0, tzinfo=UTC)
moments = st.integers(0, 455 * 24 * 60).map(
    lambda minutes: datetime(2025, 12, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
AWA = "+33639981234"
KARIM = "+33639981200"


@pytest.fixture
def karim(app):
    return make_contact(phone=KARIM)


@pytest.fixture
def asked(karim):
    """Awa's request, for an offer that Karim answers for."""
    offer = make_offer(contact=karim)
    return make_application(offer=offer, first_name="Awa", phone=AWA, created_at=MONDAY)


def told(number: str = AWA) -> list[str]:
    return [one.text for one in outbox.outbox(number) if one.status != "dropped"]


def test_an_invitation_says_each_moment_and_how_to_choose(asked):
    inviting.propose(asked, [LATER, TUESDAY], MONDAY)

    assert asked.status == "proposed"
    assert "1: mar 24/11 9h30, 2: jeu 26/11 14h" in told()[0]
    assert "Répondez par un chiffre" in told()[0]


def test_the_same_invitation_twice_is_one(asked):
    for _ in range(2):
        inviting.propose(asked, [TUESDAY], MONDAY)

    assert len(asked.meetings) == len(told()) == 1


def test_nobody_is_invited_to_the_past_nor_within_three_hours(asked):
    with pytest.raises(NoSlots):
        inviting.propose(asked, [MONDAY - timedelta(hours=1), MONDAY + timedelta(hours=2)], MONDAY)


def test_a_chosen_moment_is_recalled_the_day_before_and_two_hours_before(asked):
    inviting.propose(asked, [LATER], MONDAY)
    inviting.choose(asked, LATER, Chosen.PAGE, MONDAY)

    eve, soon = (one for one in outbox.outbox(AWA) if one.kind == "meeting-soon")
    assert (eve.send_at, soon.send_at) == (LATER - timedelta(days=1), LATER - timedelta(hours=2))
    assert eve.drop_at == LATER
    assert "Karim vous attend jeudi 26/11 à 14h. 8 rue de la Rize." in eve.text
    assert told(KARIM)[-1].startswith("A deux pas : Awa vient jeudi 26/11 à 14h.")


def test_a_recall_that_would_fall_in_quiet_hours_leaves_before(asked):
    early = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)  # Monday at 9: the day before is a Sunday
    inviting.propose(asked, [early], MONDAY)
    inviting.choose(asked, early, Chosen.PAGE, MONDAY)

    moments = [one.send_at.astimezone(PARIS) for one in outbox.outbox(AWA) if "soon" in one.kind]
    assert [f"{one:%a %H:%M}" for one in moments] == ["Sat 18:30", "Sat 18:30"]


def test_a_moment_that_someone_else_chose_is_gone(asked, karim):
    other = make_application(offer=asked.offer, first_name="Joseph")
    for one in (asked, other):
        inviting.propose(one, [TUESDAY, LATER], MONDAY)
    inviting.choose(asked, TUESDAY, Chosen.SMS, MONDAY)

    with pytest.raises(inviting.SlotGone):
        inviting.choose(other, TUESDAY, Chosen.PAGE, MONDAY)
    assert inviting.free(other.meeting, MONDAY) == [LATER]


def test_choosing_again_moves_the_meeting_and_its_recalls(asked):
    inviting.propose(asked, [TUESDAY, LATER], MONDAY)
    inviting.choose(asked, TUESDAY, Chosen.PAGE, MONDAY)
    inviting.choose(asked, LATER, Chosen.PAGE, MONDAY)

    kept = [one for one in outbox.outbox(AWA) if "soon" in one.kind and one.status == "queued"]
    assert {one.drop_at for one in kept} == {LATER}


def test_coming_back_to_the_first_choice_recalls_it_again(asked):
    inviting.propose(asked, [TUESDAY, LATER], MONDAY)
    for moment in (LATER, TUESDAY, LATER):
        inviting.choose(asked, moment, Chosen.PAGE, MONDAY)

    kept = [one for one in outbox.outbox(AWA) if "soon" in one.kind and one.status == "queued"]
    assert {one.drop_at for one in kept} == {LATER}
    assert len(kept) == 2


def test_who_cannot_come_is_not_recalled_and_the_host_is_asked_for_other_moments(asked):
    inviting.propose(asked, [LATER], MONDAY)
    inviting.choose(asked, LATER, Chosen.PAGE, MONDAY)
    for _ in range(2):
        inviting.cannot(asked, MONDAY + timedelta(hours=1))

    assert asked.status == "seen"
    assert all(one.status == "dropped" for one in outbox.outbox(AWA) if "soon" in one.kind)
    assert "Awa ne peut pas venir jeudi 26/11 à 14h." in told(KARIM)[-1]
    assert asked.waits_since == MONDAY + timedelta(hours=1)


def test_a_meeting_called_off_by_its_host_is_told(asked):
    inviting.propose(asked, [LATER], MONDAY)
    inviting.choose(asked, LATER, Chosen.PAGE, MONDAY)
    inviting.call_off(asked, MONDAY)

    assert "Karim ne peut plus vous voir jeudi 26/11 à 14h" in told()[-1]


@given(
    moments,
    st.integers(1, 20_000),
    st.sampled_from(["69", "974", "971"]),
)
def test_recalls_never_fall_in_quiet_hours_nor_after_the_meeting(starts_at, minutes, place):
    there = sms.Place(calendars.zone(place), calendars.holidays(place))
    for moment in slots.reminders(starts_at, starts_at - timedelta(minutes=minutes)).values():
        sent = sms.before_quiet(moment, there)
        assert sent <= moment < starts_at
        assert sms.next_open(sent, there) == sent


@given(
    moments,
    st.sampled_from(["69", "974", "971"]),
    st.integers(0, 1380),
    st.integers(30, 600),
)
def test_moments_are_proposed_on_working_days_within_the_hours(now, place, begin, length):
    zone, end = calendars.zone(place), min(begin + length, 1410)
    found = slots.proposable(now, zone, calendars.holidays(place), range(5), (begin, end))

    assert found == sorted(found)
    for moment in found:
        there = moment.astimezone(zone)
        assert moment > now
        assert there.weekday() < 5
        assert there.date() not in calendars.holidays(place)
        assert begin <= there.hour * 60 + there.minute <= end


def test_a_meeting_to_come_is_under_way_in_the_pictures_and_not_done(asked):
    inviting.propose(asked, [LATER], MONDAY)
    proposed = [state for state, *_ in Followed(asked, MONDAY).path]
    inviting.choose(asked, LATER, Chosen.PAGE, MONDAY)
    chosen = [state for state, *_ in Followed(asked, MONDAY).path]

    assert proposed == chosen == ["done", "done", "now", "next"]


def test_ears_hear_that_a_meeting_is_under_way(app):
    page = '{% from "components/path.html" import path %}{{ path([("now", "calendar", "x")]) }}'

    with app.test_request_context():
        assert "En cours\N{NO-BREAK SPACE}:" in render_template_string(page)
