"""An employer enters by a link and posts a whole offer, as a phone without scripts would."""

from dataclasses import dataclass

import pytest

from tests.employers.conftest import enter
from tests.factories import make_contact, make_organisation
from tests.support.client import InspectingClient, Page
from webapp.offers.models import Offer
from webapp.offers.queries import offers_of

MOST_CHOICES, MOST_TYPED = 12, 3
KEYBOARD = "main form :is([type=text], [type=tel], [type=number], textarea)"


@dataclass
class Thumb:
    """Someone who fills pages, counting what is pressed and typed."""

    client: InspectingClient
    page: Page
    pressed: int = 0  # every touch of a button, a radio or a box
    typed: int = 0  # fields filled with the keyboard

    def go_on(self, **answers: str | list[str]) -> None:
        """Change these answers only, then press the button that sends the page."""
        keyboard = {node.attributes["name"] for node in self.page.all(KEYBOARD)}
        kept = self.page.fields("main form")
        for name, answer in answers.items():
            if name in keyboard:
                self.typed += 1
            elif name in kept or isinstance(answer, list):  # else the answer is the button itself
                self.pressed += len(answer) if isinstance(answer, list) else 1
        self.pressed += 1
        sent = {**kept, **answers}
        self.page = self.client.post(self.page.request.path, data=sent, follow_redirects=True)
        assert self.page.status_code == 200, self.page.words

    def publish(self) -> None:
        """Press the button that brings the offer on line."""
        [form] = [one for one in self.page.all("form") if "Publier" in one.text()]
        self.pressed += 1
        self.page = self.client.post(form.attributes["action"] or "", follow_redirects=True)


@pytest.fixture
def thumb(employer: InspectingClient) -> Thumb:
    """Someone who has entered and asks for a new offer."""
    return Thumb(employer, employer.get("/employeur/offres/nouvelle"))


def only_offer(structure_id: int) -> Offer:
    """Return the one offer of a structure."""
    [offer] = offers_of(structure_id)
    return offer


@pytest.mark.usefixtures("database")
def test_a_complete_offer_takes_few_choices_and_no_typing(thumb, structure, employer):
    titles = [thumb.page.h1]
    for answers in (
        {"family": "cleaning"},
        {"job": "office-cleaning"},
        {"tasks": ["vacuum", "wash-floors"]},
        *[{}] * 6,  # place, week, contract, pay, needs, contact: as proposed
    ):
        thumb.go_on(**answers)
        titles.append(thumb.page.h1)
    thumb.publish()

    assert len(set(titles)) == 10  # nine questions, one a page, then the offer
    assert "C’est en ligne" in thumb.page.words
    assert (thumb.pressed, thumb.typed) == (12, 0)
    offer = only_offer(structure.id)
    assert offer.is_published
    public = employer.get(f"/offres/{offer.public_id}")
    assert public.status_code == 200
    assert "26 h par semaine" in public.words


def test_a_structure_with_one_contact_types_the_replacement_alone(client):
    alone = make_organisation(kind="ei")
    make_contact(organisation=alone)
    thumb = Thumb(enter(client, alone), client.get("/employeur/offres/nouvelle"))

    thumb.go_on(family="green")
    thumb.go_on(job="mowing")
    tasks = [node.attributes["value"] or "" for node in thumb.page.all("[name=tasks]")]
    thumb.go_on(tasks=tasks[:2])
    for _as_proposed in range(5):
        thumb.go_on()
    thumb.go_on(backup_first_name="Léa", backup_phone="06 39 98 12 34")
    thumb.publish()

    assert "C’est en ligne" in thumb.page.words
    assert thumb.pressed <= MOST_CHOICES
    assert thumb.typed == 2 <= MOST_TYPED
    assert only_offer(alone.id).weekly_minutes == 35 * 60


def test_progress_is_said_in_words_and_the_way_back_works(thumb):
    assert "Étape 1 sur 9" in thumb.page.words

    thumb.go_on(family="cleaning")
    thumb.go_on(job="office-cleaning")

    assert "Étape 3 sur 9" in thumb.page.words
    back = thumb.client.get(thumb.page.links()["Question d’avant"])
    assert back.h1 == "Quel métier ?"
    assert "Choisi :" in back.words


def test_a_draft_left_half_way_goes_on_from_the_first_page(thumb, employer):
    thumb.go_on(family="cleaning")
    thumb.go_on(job="office-cleaning")

    home = employer.get("/employeur/")
    [href] = [href for text, href in home.links().items() if text.startswith("Continuer")]

    assert employer.get(href).h1 == "Que fait la personne ?"
