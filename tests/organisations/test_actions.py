"""Structures, their people, and the invitations to them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_organisation
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, queries, rules
from webapp.organisations.kinds import OrganisationKind
from webapp.organisations.models import Invitation

pytestmark = pytest.mark.usefixtures("app")


def test_opens_a_structure_at_its_place():
    structure = actions.Structure(
        kind=OrganisationKind.AI, name="Coup de main", insee="26281", lat=45.04, lon=5.05
    )

    organisation = actions.open_structure(structure, now())

    assert queries.organisation(organisation.public_id) is organisation
    assert organisation.what.sends_to_others


def test_the_same_person_added_twice_is_one_contact():
    organisation = make_organisation()
    karim = actions.Person(first_name="Karim", phone="+33465710001", role="chef d’équipe")

    first = actions.add_contact(organisation, karim)
    again = actions.add_contact(organisation, actions.Person(first_name="KARIM", phone=karim.phone))
    other = actions.add_contact(organisation, actions.Person(first_name="Léa", phone=karim.phone))

    assert again is first
    assert other is not first
    assert [person.first_name for person in (first, other)] == ["Karim", "Léa"]


def test_a_contact_says_when_to_call():
    organisation = make_organisation()
    mornings = {"days": [0, 2], "from": 540, "to": 720}
    person = actions.Person(first_name="Léa", phone="+33465710002", call_when=mornings)

    assert actions.add_contact(organisation, person).call_when == mornings


def test_an_invitation_lasts_thirty_days_and_keeps_no_secret():
    organisation, moment = make_organisation(), now()

    token = actions.invite(organisation, moment)

    invitation = queries.invitation_by_hash(rules.hash_of(token))
    assert invitation is not None
    assert invitation.organisation is organisation
    assert invitation.expires_at == moment + timedelta(days=30)
    assert token not in str(db.session.execute(select(Invitation.__table__)).all())
    assert len(token) >= 43  # 32 bytes


def test_revoking_closes_every_invitation_of_this_structure_and_no_other():
    organisation, other = make_organisation(), make_organisation()
    for structure in (organisation, organisation, other):
        actions.invite(structure, now())

    assert actions.revoke(organisation, now()) == 2
    assert queries.live_invitations(organisation.id) == []
    assert len(queries.live_invitations(other.id)) == 1
    assert actions.revoke(organisation, now()) == 0
