"""The commands that open a structure with its first lead, and close it."""

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_application, make_offer
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.organisations import queries
from webapp.organisations.models import Organisation

CREATE = (
    *("organisations", "create", "--kind", "maison-emploi", "--name", "Maison de l’emploi"),
    *("--town", "Vaulx-en-Velin", "--lead-email", "Ines@Exemple.fr", "--lead-first-name", "Inès"),
)


def test_a_structure_is_opened_with_its_lead_and_the_link_enters(runner, client):
    result = runner.invoke(args=CREATE)

    assert result.exit_code == 0, result.output
    [structure] = db.session.scalars(select(Organisation)).all()
    [lead] = queries.members(structure.id)
    assert (structure.kind, structure.insee) == ("maison-emploi", "69256")
    assert (lead.role, lead.email, lead.first_name) == ("lead", "ines@exemple.fr", "Inès")
    link = result.stdout.strip()
    path = link[link.index("/connexion") :]
    assert "Inès" in client.get(path).words
    assert client.post(path).location == "/connexion/pro/cle"
    [mail] = outbox("ines@exemple.fr")
    assert "Vous avez un compte pour Maison de l’emploi." in mail.text


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--town", "Zzyzzyx", "no commune resembles"),
        ("--town", "Saint-Denis", "give one"),
        ("--lead-email", "nobody", "no address of e-mail"),
        ("--kind", "bank", "is not one of"),
    ],
)
def test_what_cannot_be_opened_is_said_and_leaves_nothing(runner, option, value, said):
    result = runner.invoke(args=[*CREATE, option, value])

    assert result.exit_code
    assert said in result.stderr
    assert not db.session.scalars(select(Organisation)).all()


def test_an_address_that_is_in_use_opens_nothing(runner):
    make_account("adviser", email="ines@exemple.fr")

    result = runner.invoke(args=CREATE)

    assert result.exit_code == 1
    assert "opens another account" in result.stderr
    assert len(db.session.scalars(select(Organisation)).all()) == 1


def test_another_lead_is_let_in_where_the_first_cannot_enter(runner):
    lead = make_account("lead")
    structure = lead.organisation.public_id

    result = runner.invoke(args=["organisations", "add-lead", structure.upper(), *CREATE[-4:]])

    assert result.exit_code == 0, result.output
    assert len(queries.open_leads(lead.organisation_id)) == 2


def test_closing_a_structure_closes_its_accounts_its_invitations_and_its_offers(
    database, runner, client
):
    lead = make_account("lead")
    offer = make_offer(organisation=lead.organisation)
    make_application(offer=offer)
    invited = runner.invoke(
        args=["employers", "invite", "--organisation", lead.organisation.public_id]
    )

    result = runner.invoke(args=["organisations", "close", lead.organisation.public_id])

    assert result.exit_code == 0, result.output
    assert "1 accounts" in result.stderr
    assert db.session.scalars(select(Account.closed_at)).all() != [None]
    db.session.refresh(offer)
    assert (offer.status, offer.closed_reason) == ("closed", "withdrawn")
    token = invited.stdout.strip().rpartition("/")[2]
    assert client.get(f"/employeur/invitation/{token}").status_code == 404
    assert "finie" in client.get(f"/offres/{offer.public_id}").words
