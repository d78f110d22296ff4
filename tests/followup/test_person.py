"""A person's page, notes and next steps: who reads what, and nothing lost."""

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from tests.followup.conftest import agree
from tests.followup.making import make_note, make_task
from tests.people.helping import look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup import changing, notes, rules, tasks
from webapp.followup.enums import Readers, TaskState
from webapp.followup.models import Note, Task
from webapp.people import consents


def path(person, rest=""):
    return f"/conseiller/suivi/{person.public_id}{rest}"


def test_the_page_says_who_comes_next_what_happened_and_who_can_see(desk, fatou, nadia):
    fatou.language, fatou.settings = "simple", {"size": "large"}
    make_task(fatou, nadia, title="Faire la carte de bus")
    make_note(fatou, nadia, text="Cherche le matin.")

    page = look(desk, path(fatou))

    assert page.one("h1").text() == "Fatou Diallo"
    for words in (
        "Faire la carte de bus",
        "Cherche le matin.",
        "Suivi : Nadia",
        "taille grande",
    ):
        assert words in page.words
    assert "Peuvent voir ce suivi : Les Ateliers du Canal (jusqu’au" in page.words


def test_without_an_agreement_the_page_names_no_other_structure(desk, nadia, lea):
    alone = make_person(registered_by_id=nadia.id)
    agree(alone, lea)

    page = look(desk, path(alone))

    assert "Votre structure seule voit cette fiche" in page.words


def test_a_note_is_kept_for_whom_it_is_meant(desk, fatou, client, sami, lea):
    agree(fatou, lea)
    for to in Readers:
        send(desk, path(fatou, "/notes"), text=f"Texte {to}", readers=to)

    seen = {}
    for account in (sami, lea):
        sign_in(client, account)
        words = look(client, path(fatou)).words
        seen[account.first_name] = {str(to) for to in Readers if f"Texte {to}" in words}

    assert seen == {"Sami": {"organisation", "shared", "person"}, "Léa": {"shared", "person"}}


def test_the_person_reads_the_notes_that_were_read_with_them_and_no_other(client, fatou, nadia):
    for to in Readers:
        make_note(fatou, nadia, text=f"Texte {to}", to=to)
    sign_in(client, fatou)

    page = look(client, "/suivi/parcours")

    assert "Texte person" in page.words
    for to in (Readers.MINE, Readers.ORGANISATION, Readers.SHARED):
        assert f"Texte {to}" not in page.words


def test_a_note_marked_again_is_read_by_its_new_readers_alone(desk, fatou, nadia, client):
    note = make_note(fatou, nadia, text="Lu ensemble", to=Readers.PERSON)
    send(desk, f"/conseiller/notes/{note.public_id}", text="Lu", readers="mine", version="1")
    sign_in(client, fatou)

    assert "Lu" not in look(client, "/suivi/parcours").words.split()


def test_words_of_health_or_justice_are_looked_at_again_and_refused_to_nobody(desk, fatou):
    text = "Sort de prison, cherche le matin."
    page = send(desk, path(fatou, "/notes"), text=text, readers="organisation")

    assert page.status_code == 422
    assert "« prison… »" in page.words
    assert page.one("textarea").text().strip() == text
    assert db.session.scalars(select(Note)).all() == []

    send(desk, path(fatou, "/notes"), text=text, readers="organisation", sure="y")
    assert [one.text for one in db.session.scalars(select(Note))] == [text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Suit un traitement", ["traitement"]),
        ("Reconnue travailleuse handicapée", ["handicap"]),
        ("Il a été incarcéré", ["incarcer"]),
        ("Le juge l’a vu", ["juge"]),
        ("Elle juge le poste loin", ["juge"]),
        ("Ça vaut la peine", ["peine"]),
        ("Cherche le matin, sans voiture", []),
        ("Jugement sûr, peinture", []),
    ],
)
def test_the_words_to_look_at_again(text, words):
    assert rules.to_look_at_again(text) == words


def test_two_who_change_one_note_lose_nothing(desk, fatou, nadia, sami):
    note = make_note(fatou, nadia, text="Cherche le matin.")
    notes.rewrite(note, 1, sami, "Cherche le soir.", Readers.ORGANISATION, clock.now())
    db.session.commit()
    address = f"/conseiller/notes/{note.public_id}"

    page = send(desk, address, text="Cherche la nuit.", readers="organisation", version="1")

    assert page.status_code == 409
    assert "Quelqu’un vient de changer cela" in page.words
    assert "Changé par Sami Haddad" in page.words
    assert "Cherche le soir." in page.words
    assert page.one("textarea").text().strip() == "Cherche la nuit."
    assert page.fields()["version"] == "2"

    both = "Cherche le soir ou la nuit."
    send(desk, address, text=both, readers="organisation", version="2")
    db.session.expire_all()
    assert (note.text, note.version) == (both, 3)
    assert "Changé par Nadia Perrin" in look(desk, path(fatou)).words


def test_a_note_changed_meanwhile_is_not_taken_out(desk, fatou, nadia, sami):
    note = make_note(fatou, nadia)
    notes.rewrite(note, 1, sami, "Autre", Readers.ORGANISATION, clock.now())
    db.session.commit()

    page = send(desk, f"/conseiller/notes/{note.public_id}/retirer", version="1")

    assert page.status_code == 409
    assert len(db.session.scalars(select(Note)).all()) == 1


def test_a_note_taken_out_leaves_the_timeline(desk, fatou, nadia):
    note = make_note(fatou, nadia, text="Une erreur")

    send(desk, f"/conseiller/notes/{note.public_id}/retirer", version="1")

    assert "Une erreur" not in look(desk, path(fatou)).words


@pytest.mark.parametrize("to", list(Readers))
def test_the_notes_of_another_structure_are_not_mine_to_change(client, fatou, nadia, lea, to):
    agree(fatou, lea)
    note = make_note(fatou, nadia, to=to)
    sign_in(client, lea)

    assert look(client, f"/conseiller/notes/{note.public_id}").status_code == 404


def test_a_step_for_the_person_is_proposed_and_they_answer(desk, client, fatou):
    facts = {"title": "Faire le CV", "due_on": clock.today().isoformat(), "readers": "mine"}
    send(desk, path(fatou, "/etapes"), owner="person", **facts)
    task = db.session.scalars(select(Task)).one()
    assert (task.state, task.readers) == (TaskState.PROPOSED, Readers.PERSON)

    sign_in(client, fatou)
    assert "Nadia vous le propose." in look(client, "/suivi").words
    send(client, f"/suivi/etapes/{task.public_id}/oui")
    assert "C’est fait" in look(client, "/suivi").words
    send(client, f"/suivi/etapes/{task.public_id}/faite")

    db.session.expire_all()
    assert task.state == TaskState.DONE
    told = look(client, "/suivi/parcours").words
    for words in ("Étape proposée", "Étape acceptée", "Étape faite", "Faire le CV"):
        assert words in told


def test_an_answer_given_once_is_given(client, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)
    sign_in(client, fatou)
    send(client, f"/suivi/etapes/{task.public_id}/non")

    page = send(client, f"/suivi/etapes/{task.public_id}/oui")

    assert page.status_code == 409
    assert "Cette étape est déjà réglée" in page.words


def test_a_step_of_an_adviser_shown_to_the_person_is_not_theirs_to_settle(client, fatou, nadia):
    task = make_task(fatou, nadia, readers=Readers.PERSON)
    sign_in(client, fatou)

    assert "Nadia s’en occupe." in look(client, "/suivi").words
    assert send(client, f"/suivi/etapes/{task.public_id}/faite").status_code == 404


def test_a_shared_step_is_done_by_the_adviser_of_another_structure(client, fatou, nadia, lea):
    agree(fatou, lea)
    task = make_task(fatou, nadia, readers=Readers.SHARED)
    sign_in(client, lea)

    send(client, f"/conseiller/etapes/{task.public_id}/faite", version="1")

    db.session.expire_all()
    assert (task.state, task.changed_by) == (TaskState.DONE, lea)


def test_two_who_change_one_step_lose_nothing(desk, fatou, nadia, sami):
    task = make_task(fatou, nadia, title="Appeler")
    wish = tasks.Wish(title="Écrire", due_on=clock.today(), owner=sami)
    tasks.change(task, 1, wish, sami, clock.now())
    db.session.commit()
    facts = {"title": "Passer", "due_on": clock.today().isoformat(), "readers": "shared"}

    page = send(
        desk, f"/conseiller/etapes/{task.public_id}", owner=nadia.public_id, version="1", **facts
    )

    assert page.status_code == 409
    assert "Écrire" in page.words
    assert page.fields()["title"] == "Passer"


def test_the_version_decides_in_the_database_itself(database, app, fatou, nadia, sami):
    note = make_note(fatou, nadia)
    changing.change(note, 1, by=nadia, now=clock.now(), text="un")
    db.session.commit()

    with pytest.raises(changing.Meanwhile):
        changing.change(note, 1, by=sami, now=clock.now(), text="deux")

    assert note.text == "un"


def test_news_are_noted_with_how(desk, fatou):
    send(desk, path(fatou, "/nouvelles"), way="meeting")

    assert "Rencontre" in look(desk, path(fatou)).words


def test_whom_nobody_follows_one_may_follow(desk, nadia, sami):
    alone = make_person(first_name="Awa", registered_by_id=nadia.id)
    send(desk, path(alone, "/je-suis"))
    assert "Suivi : Nadia" in look(desk, path(alone)).words

    sign_in(desk, sami)
    assert send(desk, path(alone, "/je-suis")).status_code == 409


def test_after_a_stop_the_page_its_notes_and_its_steps_are_gone_at_once(client, fatou, lea):
    asked = agree(fatou, lea)
    note, task = make_note(fatou, lea), make_task(fatou, lea)
    addresses = [path(fatou), f"/conseiller/notes/{note.public_id}"]
    addresses.append(f"/conseiller/etapes/{task.public_id}")
    sign_in(client, lea)
    assert [look(client, one).status_code for one in addresses] == [200, 200, 200]

    consents.stop(asked, clock.now())
    db.session.commit()

    closed = [look(client, one) for one in addresses]
    assert [one.status_code for one in closed] == [404, 404, 404]
    assert all("Cette page n’est pas ouverte" in one.words for one in closed)


def test_a_lead_hands_over_the_people_of_who_leaves(client, fatou, nadia, sami):
    lead = make_account("lead", organisation=nadia.organisation)
    nadia.closed_at = clock.now()
    db.session.commit()
    sign_in(client, lead)
    page = look(client, "/structure/suivis/")
    assert "Nadia Perrin (1)" in page.words

    send(client, "/structure/suivis/", giver=str(nadia.id), taker=sami.public_id)

    sign_in(client, sami)
    assert "Fatou Diallo" in look(client, "/conseiller/personnes").words


def test_the_copy_of_my_data_tells_what_is_marked_for_me(client, fatou, nadia):
    make_note(fatou, nadia, text="Texte lu", to=Readers.PERSON)
    make_note(fatou, nadia, text="Texte pour moi", to=Readers.MINE)
    make_task(fatou, nadia, title="Faire le CV", owner=None)
    sign_in(client, fatou)

    told = send(client, "/moi/donnees/copie").json

    assert [one.get("text") for one in told["notes"]] == ["Texte lu", None]
    assert told["tasks"][0]["title"] == "Faire le CV"
    assert told["followers"][0]["by"] == "Nadia"
