"""Pages told in French sign language: films of the operator, loaded at the press alone."""

import pytest

from tests.factories import make_offer
from webapp.extensions import db
from webapp.organisations.models import Contact

FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(2_400_000)


@pytest.fixture
def folder(app):
    """Where the operator puts films."""
    path = app.config["DATA_DIR"] / "lsf"
    path.mkdir()
    return path


def test_without_a_film_no_page_speaks_of_one_and_the_settings_say_so(client):
    assert "langue des signes" not in client.get("/").text
    assert "Aucune vidéo n’est encore filmée ici." in client.get("/reglages").words


def test_a_page_with_a_film_leads_to_it_and_says_what_it_weighs(client, folder):
    (folder / "accueil.mp4").write_bytes(FILM)

    page = client.get("/")

    assert page.links()["Voir en langue des signes (2,4 Mo)"] == "/lsf/accueil?retour=/"
    assert not page.all("video")
    assert ".mp4" not in page.text
    assert "langue des signes" not in client.get("/confidentialite").text


def test_nothing_of_a_film_is_loaded_before_its_own_button_is_pressed(client, folder):
    (folder / "offres.mp4").write_bytes(FILM)
    (folder / "offres.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour.\n")

    page = client.get("/lsf/offres?retour=/offres?ou=Brest")

    assert page.one("video").attributes["preload"] == "none"
    assert "autoplay" not in page.one("video").attributes
    assert page.one("track").attributes["srclang"] == "fr"
    assert page.links()["Retour"] == "/offres?ou=Brest"
    assert "La vidéo pèse 2,4 Mo." in page.words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_player_gets_the_piece_it_asks_for(client, folder):
    (folder / "aide.mp4").write_bytes(FILM)

    with client.get("/lsf/aide.mp4", headers={"Range": "bytes=4-11"}) as piece:
        assert piece.status_code == 206
        assert piece.data == b"ftypmp42"
        assert piece.mimetype == "video/mp4"


@pytest.mark.parametrize(
    "path",
    ["/lsf/aide", "/lsf/aide.mp4", "/lsf/..%2fapp.mp4", "/lsf/accueil.exe", "/lsf/accueil.vtt"],
)
def test_what_is_not_there_is_not_found(client, folder, path):
    (folder / "accueil.mp4").write_bytes(FILM)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "x"]
)
def test_the_way_back_stays_here(client, folder, back):
    (folder / "accueil.mp4").write_bytes(FILM)

    page = client.get("/lsf/accueil", query_string={"retour": back})

    assert page.links()["Retour"] == "/"


def test_the_command_lists_what_is_filmed_and_what_is_not(runner, folder):
    (folder / "accueil.mp4").write_bytes(FILM)

    lines = runner.invoke(args=["pages", "lsf"]).stdout.splitlines()

    assert f"accueil\t{len(FILM)} bytes, no captions, no picture" in lines
    assert "offre\tno film" in lines


def test_an_offer_says_how_deaf_people_reach_its_contact(client):
    offer = make_offer()
    contact = db.session.get(Contact, offer.contact_id)
    contact.languages = ["fr", "fsl", "relay"]
    db.session.commit()

    page = client.get(f"/offres/{offer.public_id}").words

    assert "Répond en langue des signes française (LSF)." in page
    assert "Répond aussi par un service de relais pour personnes sourdes." in page
    assert "Parle français." in page
