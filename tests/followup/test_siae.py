"""A SIAE's professional: the same page as an adviser, as wide as the person's agreement says."""

from datetime import timedelta

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_offer,
    make_organisation,
    make_person,
    sign_in,
)
from tests.followup.conftest import agree
from tests.followup.making import make_note, make_task
from tests.pathways.helping import kinds_due
from tests.people.helping import acts, look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads, timeline
from webapp.followup.enums import Contact, Happened, Readers
from webapp.messages.enums import Kind
from webapp.messages.queries import outbox
from webapp.pathways import concerned
from webapp.people import consents, queries, sensitive
from webapp.people.enums import Purpose, Sensitive
from webapp.people.words import HIRING_SEES

DAY = timedelta(days=1)


@pytest.fixture
def karim(app):
    """Who hires for a SIAE."""
    place = make_organisation(kind="aci", name="Le Chantier vert")
    return make_account("employer", organisation=place, first_name="Karim", last_name="Saïd")


@pytest.fixture
def told(fatou, nadia):
    """What is shared of Fatou by those who follow her, and what is not."""
    nadia.organisation.kind = "ccas"
    make_note(fatou, nadia, text="Note partagée", to=Readers.SHARED)
    make_note(fatou, nadia, text="Note du CCAS", to=Readers.ORGANISATION)
    make_task(fatou, nadia, title="Faire la carte de bus")
    facts = {"by": nadia, "readers": Readers.SHARED, "way": Contact.MEETING}
    timeline.record(fatou, Happened.CONTACT, clock.now(), **facts)
    sensitive.write(fatou, Sensitive.HEALTH, "Secret-santé", nadia, clock.now())
    db.session.commit()
    return fatou


def path(person, rest=""):
    return f"/conseiller/suivi/{person.public_id}{rest}"


def hired(person, account):
    """The agreement to hire, on its own words."""
    return make_consent(person, account)


def words_for(client, account, person):
    sign_in(client, account)
    return look(client, path(person)).words


def test_a_siae_whom_the_person_chose_reads_what_is_shared_and_nothing_sealed(client, told, karim):
    agree(told, karim)

    words = words_for(client, karim, told)

    for shown in ("Note partagée", "Faire la carte de bus", "Rencontre", "Le Chantier vert (jusqu"):
        assert shown in words
    for hidden in ("Note du CCAS", "Secret-santé", "Informations protégées", "Partager le suivi"):
        assert hidden not in words
    assert acts(told)[-1] == "seen"


def test_an_agreement_to_hire_given_before_opens_the_steps_alone_and_says_so(client, told, karim):
    hired(told, karim)

    words = words_for(client, karim, told)

    assert "Faire la carte de bus" in words
    assert "Note partagée" not in words
    assert "Rencontre" not in words
    assert "Les Ateliers du Canal" not in words.split("Prochaines étapes")[0]
    assert "Son accord pour l’embauche, jusqu’au" in words
    assert "Le suivi partagé et ses notes ne sont pas dans cet accord." in words


def test_a_lead_of_the_siae_reads_no_more_than_the_agreement_to_hire(client, told, karim):
    hired(told, karim)
    lead = make_account("lead", organisation=karim.organisation)

    assert "Note partagée" not in words_for(client, lead, told)


def test_one_press_asks_the_person_who_reads_it_at_home_and_says_yes(client, told, karim):
    hired(told, karim)
    page = words_for(client, karim, told)
    assert "Demander par SMS" in page
    send(client, f"/conseiller/personnes/{told.public_id}/accord", way="sms", days="365")

    asked = queries.same_question(told, karim.organisation, Purpose.FOLLOWUP, clock.now())
    (sms,) = [one for one in outbox(told.phone) if one.kind == Kind.CONSENT_ASKED]
    assert sms.text.startswith("Karim (Le Chantier vert) veut voir votre fiche pour vous accom")
    assert "n’a pas encore répondu" in look(client, path(told)).words
    sign_in(client, told)
    assert "Lire et répondre" in look(client, "/suivi").words
    answer = look(client, f"/moi/accords/{asked.public_id}")
    assert "cela ne change rien pour votre travail" in answer.words
    for seen in HIRING_SEES:
        assert str(seen) in answer.words
    send(client, f"/moi/accords/{asked.public_id}/oui")

    assert "Note partagée" in words_for(client, karim, told)
    assert caseloads.following(told, karim.organisation_id).account_id == karim.id


def test_an_agreement_that_ends_soon_is_asked_again_in_one_press(client, told, karim):
    agreement = agree(told, karim, days=365)
    agreement.until = clock.today() + 20 * DAY
    db.session.commit()

    words = words_for(client, karim, told)

    assert "Cet accord finit bientôt." in words
    assert "Demander par SMS" in words
    assert "Note partagée" in words


def test_a_no_takes_nothing_away(client, told, karim):
    hired(told, karim)
    asked = consents.ask(told, karim.organisation, Purpose.FOLLOWUP, 365, karim, clock.now())
    consents.refuse(asked, clock.now())
    db.session.commit()

    words = words_for(client, karim, told)

    assert "Faire la carte de bus" in words
    assert "La personne a dit non. Rien ne change pour elle." in words
    assert "Demander par SMS" not in words
    again = send(client, f"/conseiller/personnes/{told.public_id}/accord", way="sms", days="365")
    assert again.status_code == 409
    assert "La personne a dit non il y a peu" in again.words
    assert len([one for one in outbox(told.phone) if one.kind == Kind.CONSENT_ASKED]) == 1


@pytest.mark.parametrize("end", ["stop", "expiry", "departure"])
def test_all_is_lost_at_once_when_the_agreement_ends(client, told, karim, end):
    agreement = agree(told, karim)
    assert "Note partagée" in words_for(client, karim, told)
    if end == "stop":
        consents.stop(agreement, clock.now())
    elif end == "expiry":
        agreement.until = clock.today() - DAY
    else:
        karim.closed_at = clock.now()
    db.session.commit()

    page = look(client, path(told))

    assert page.status_code == (303 if end == "departure" else 404)
    assert "Fatou" not in page.text


def test_stopping_one_of_two_agreements_says_that_the_other_stays(client, told, karim):
    hired(told, karim)
    agreement = agree(told, karim)
    sign_in(client, told)

    page = send(client, f"/moi/accords/{agreement.public_id}/arreter")
    said = look(client, page.location).words

    assert "Votre autre accord avec Le Chantier vert reste." in said
    assert "Note partagée" not in words_for(client, karim, told)


def test_a_siae_writes_for_all_and_proposes_a_step_that_the_person_accepts(client, told, karim):
    agree(told, karim)
    sign_in(client, karim)
    send(client, path(told, "/notes"), text="Peut commencer lundi.", readers="shared")
    due = clock.today().isoformat()
    step = {"title": "Apporter le RIB", "due_on": due, "owner": "person", "readers": "person"}
    send(client, path(told, "/etapes"), **step)
    sign_in(client, told)
    page = look(client, "/suivi/parcours")
    assert "Apporter le RIB" in page.words
    assert "Peut commencer lundi." not in page.words
    send(client, page.one("form[action$='/oui']").attributes["action"])

    words = words_for(client, karim, told)

    assert "Fatou, a dit oui" in words
    assert "Peut commencer lundi." in words


def test_what_is_not_open_is_written_for_ones_own_structure_alone(client, told, karim):
    hired(told, karim)
    sign_in(client, karim)

    refused = send(client, path(told, "/notes"), text="Pour tous ?", readers="shared")
    kept = send(client, path(told, "/notes"), text="Pour nous.", readers="organisation")
    send(client, path(told, "/nouvelles"), way="call")

    assert refused.status_code == 422
    assert kept.status_code == 303
    assert "Pour nous." in look(client, path(told)).words
    event = timeline.of_person(told, karim, clock.now(), limit=1)[0]
    assert event.readers == Readers.ORGANISATION


def test_a_question_left_without_answer_comes_back_to_the_day_to_be_asked_again(
    database, client, told, karim, at
):
    hired(told, karim)
    consents.ask(told, karim.organisation, Purpose.FOLLOWUP, 365, karim, clock.now())
    db.session.commit()
    assert "agreement-unanswered" not in kinds_due(karim)
    begun = clock.now()

    at(begun + 30 * DAY)
    assert "agreement-unanswered" in kinds_due(karim)
    sign_in(client, karim)
    day = look(client, "/conseiller/")
    title = next(one for one in day.links() if one.startswith("Demander encore"))
    assert "Pas encore de réponse de Fatou à votre demande" in title
    assert day.links()[title] == path(told, "#accord")
    send(client, f"/conseiller/personnes/{told.public_id}/accord", way="sms", days="365")

    assert "agreement-unanswered" not in kinds_due(karim)
    at(begun + 95 * DAY)
    assert "agreement-unanswered" not in kinds_due(karim)


def test_a_question_to_someone_whom_the_siae_may_not_see_names_nobody(client, karim, at):
    awa = make_person(first_name="Awa")
    consents.ask(awa, karim.organisation, Purpose.FOLLOWUP, 365, karim, clock.now())
    db.session.commit()
    at(clock.now() + 31 * DAY)
    sign_in(client, karim)

    assert "Awa" not in look(client, "/conseiller/").text


def test_who_follows_is_shown_to_the_person_while_the_agreement_holds(
    database, client, told, karim
):
    agreement = agree(told, karim)
    sign_in(client, told)
    assert "Karim" in look(client, "/suivi/parcours").words
    agreement.until = clock.today() - DAY
    db.session.commit()

    assert "Karim" not in look(client, "/suivi/parcours").words


def test_answers_about_criteria_are_never_given_to_who_hires(client, told, karim):
    agree(told, karim)
    code = concerned.code_of(("benefit", "disabled"))
    sign_in(client, told)

    assert "Envoyer à Karim" not in look(client, f"/parcours/suis-je-concerne/{code}").words
    page = send(client, f"/parcours/moi/reponses/{code}", to=karim.public_id)
    assert page.status_code == 404


def test_the_siae_s_day_has_its_people_and_no_press_that_is_for_advisers(client, told, karim):
    agree(told, karim)
    make_task(told, karim, title="Signer le contrat", due_on=clock.today())
    late = {"answer_by": clock.today() - DAY}
    make_application(offer=make_offer(organisation=karim.organisation), **late)
    sign_in(client, karim)

    page = look(client, "/conseiller/")

    found = {name: link for name, link in page.links().items() if name.startswith("Répondre")}
    assert found == {"Répondre : Demandes qui attendent votre appel : 1": "/employeur/"}
    assert page.links()["Ouvrir : Fatou : Signer le contrat"] == path(told)
    assert "Inscrire quelqu’un" not in page.words
    assert "Fatou Diallo" in send(client, "/conseiller/personnes", typed="fato").words
