"""The team's pages, as its lead uses them."""

from datetime import date

import pytest

from tests.factories import make_account, make_organisation, sign_in
from tests.organisations.team import address
from webapp.accounts.models import Account, Passkey
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.organisations import actions, queries

NEW = {"first_name": "Léa", "last_name": "Petit", "email": "LEA@exemple.fr", "role": "employer"}


def test_the_first_page_is_the_team(desk, lead, colleague):
    db.session.add(
        Passkey(account_id=lead.id, credential_id=b"c", public_key=b"k", created_at=now())
    )

    page = desk.get("/structure/")

    assert page.h1 == "L’équipe : 2 comptes"
    [karim, sonia] = [" ".join(row.text().split()) for row in page.all(".lines li")]
    assert "Karim Benali , directeur" in karim.replace("Benali,", "Benali ,")
    assert "Responsable" in karim
    assert "Dernière visite : aujourd’hui" in karim
    assert "clé : oui" in karim
    assert "Pas encore de visite" in sonia
    assert "clé : pas encore" in sonia


def test_opening_an_account_mails_how_to_enter(desk, lead):
    answer = desk.post("/structure/equipe/nouveau", data=NEW)

    assert answer.location == "/structure/"
    assert "Un message est parti à lea@exemple.fr." in desk.get("/structure/").words
    [mail] = outbox("lea@exemple.fr")
    assert "Karim vous ouvre un compte pour Les Ateliers du Canal." in mail.text
    assert "/connexion/pro" in mail.text
    assert "Léa" not in mail.text
    assert "Benali" not in mail.text


def test_the_roles_offered_are_those_of_the_kind(desk, client, app):
    assert {"employer", "adviser", "lead"} == roles(desk.get("/structure/equipe/nouveau"))

    other = app.test_client()
    plie = make_organisation(kind="plie")
    sign_in(other, make_account("lead", organisation=plie))
    assert {"adviser", "lead"} == roles(other.get("/structure/equipe/nouveau"))


def roles(page):
    """The roles that a page offers."""
    return {node.attributes["value"] for node in page.all("[name=role]")}


def test_a_role_that_is_not_offered_is_no_answer(desk, lead):
    page = desk.post("/structure/equipe/nouveau", data=NEW | {"role": "network"})

    assert page.status_code == 422
    assert len(queries.members(lead.organisation_id)) == 1


def test_an_address_used_elsewhere_is_refused_without_saying_where(desk, lead):
    there = make_organisation(name="La Blanchisserie")
    make_account("employer", organisation=there, email="lea@exemple.fr", first_name="Zoé")

    page = desk.post("/structure/equipe/nouveau", data=NEW)

    assert page.status_code == 422
    assert "Cette adresse ouvre déjà un compte." in page.words
    assert page.fields()["first_name"] == "Léa"
    assert "Blanchisserie" not in page.text
    assert "Zoé" not in page.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("email", "pas une adresse"),
        ("email", "x" * 10_000),
        ("first_name", ""),
        ("first_name", "x" * 10_000),
        ("last_name", "x" * 61),
        ("phone", "06 39"),
        ("function", "x" * 61),
    ],
)
def test_what_cannot_be_kept_is_asked_again(desk, lead, field, typed):
    page = desk.post("/structure/equipe/nouveau", data=NEW | {field: typed})

    assert page.status_code == 422
    assert page.all(f"[name={field}][aria-invalid=true]")
    assert len(queries.members(lead.organisation_id)) == 1


def test_changing_an_account_keeps_what_is_sent_and_logs_it(desk, colleague):
    page = desk.get(address(colleague))
    assert page.fields()["email"] == colleague.email

    answer = desk.post(
        address(colleague), data=NEW | {"role": "adviser", "phone": "０６ 39 98 12 34"}
    )

    assert answer.location == "/structure/"
    db.session.refresh(colleague)
    assert (colleague.first_name, colleague.role, colleague.phone) == (
        "Léa",
        "adviser",
        "+33639981234",
    )
    journal = desk.get("/structure/journal")
    assert "Rôle changé" in journal.words
    assert "Employeur → Conseiller, conseillère" in journal.words
    assert "par Karim Benali" in journal.words


def test_the_last_lead_is_told_why_they_stay(desk, lead):
    sent = {"first_name": "Karim", "email": lead.email, "role": "employer"}
    page = desk.post(address(lead), data=sent)
    assert page.status_code == 409
    assert "Donnez d’abord ce rôle à une autre personne" in page.words

    page = desk.post(address(lead, "/fermer"))
    assert page.status_code == 409
    assert "C’est le dernier compte de responsable" in page.words
    assert desk.get("/structure/").status_code == 200


def test_a_closed_account_is_refused_at_its_next_request(desk, app, colleague):
    phone = app.test_client()
    sign_in(phone, colleague)
    assert phone.get("/employeur/").status_code == 200

    asked = desk.get(address(colleague, "/fermer"))
    assert "même ouverts en ce moment" in asked.words
    assert phone.get("/employeur/").status_code == 200

    desk.post(address(colleague, "/fermer"))
    assert phone.get("/employeur/").location.startswith("/connexion/pro")
    assert phone.post("/employeur/offres/nouvelle", data={"family": "cleaning"}).status_code == 303
    assert "1 compte fermé" in desk.get("/structure/").words


def test_someone_who_comes_back_is_not_written_again(desk, colleague):
    desk.post(address(colleague, "/fermer"))

    page = desk.get(f"/structure/equipe/nouveau?de={colleague.public_id}")

    assert page.fields()["first_name"] == "Sonia"
    assert page.fields()["last_name"] == "Martin"
    assert page.fields()["email"] == ""


def test_a_lead_who_closes_their_own_account_is_out(desk, lead):
    make_account("lead", organisation=lead.organisation)

    assert desk.post(address(lead, "/fermer")).location == "/connexion/pro"
    assert desk.get("/structure/").status_code == 303


def test_a_lost_key_is_put_back_to_none(desk, app, colleague):
    phone = app.test_client()
    sign_in(phone, colleague)
    db.session.add(
        Passkey(account_id=colleague.id, credential_id=b"c", public_key=b"k", created_at=now())
    )
    assert "Remettre la clé à zéro" in desk.get(address(colleague)).words

    desk.post(address(colleague, "/cle"))

    assert phone.get("/employeur/").status_code == 303
    assert "Pas encore de clé" in desk.get(address(colleague)).words


@pytest.mark.parametrize("act", ["", "/fermer", "/absence"])
def test_the_accounts_of_another_structure_are_not_there(desk, act):
    other = make_account("employer", first_name="Zoé")

    assert desk.get(address(other, act)).status_code == 404
    assert desk.post(address(other, act), data=NEW).status_code == 404


@pytest.mark.parametrize("act", ["/cle", "/retour"])
def test_nobody_acts_on_the_accounts_of_another_structure(desk, act):
    assert desk.post(address(make_account("employer"), act)).status_code == 404


def test_a_closed_account_is_not_there_any_more(desk, colleague):
    desk.post(address(colleague, "/fermer"))

    assert desk.get(address(colleague)).status_code == 404


@pytest.mark.parametrize("role", ["employer", "adviser"])
def test_only_a_lead_opens_the_team(client, lead, role):
    sign_in(client, make_account(role, organisation=lead.organisation))

    assert client.get("/structure/").status_code == 403
    assert client.post("/structure/equipe/nouveau", data=NEW).status_code == 403


def test_a_lead_closes_the_invitation(desk, lead):
    token = actions.invite(lead.organisation, now())
    db.session.commit()
    assert "Qui a le lien peut ouvrir son compte" in desk.get("/structure/").words

    desk.post("/structure/invitations/fermer")

    assert "Qui a le lien" not in desk.get("/structure/").words
    assert desk.get(f"/employeur/invitation/{token}").status_code == 404
    assert "Invitations fermées" in desk.get("/structure/journal").words


def test_the_day_of_the_last_visit_is_the_last_of_all_devices(desk, app, lead, colleague):
    device = sign_in(app.test_client(), colleague)
    device.seen_on = date(2026, 11, 3)
    old = sign_in(app.test_client(), colleague)
    old.seen_on = date(2026, 10, 1)
    db.session.commit()

    assert "3 novembre 2026" in desk.get("/structure/").words


def test_the_first_names_of_two_accounts_may_be_alike(desk, lead):
    desk.post("/structure/equipe/nouveau", data=NEW)
    desk.post("/structure/equipe/nouveau", data=NEW | {"email": "lea2@exemple.fr"})

    found = db.session.query(Account).filter_by(first_name="Léa").count()
    assert found == 2
