"""An employer enters by a link and posts a whole offer, as a phone without scripts would."""

from dataclasses import dataclass, field

import pytest

from tests.support.client import InspectingClient, Page
from webapp.offers.queries import offers_of

MOST_CHOICES, MOST_TYPED = 12, 3


@dataclass
class Thumb:
    """Someone who fills pages, counting what is pressed and typed."""

    client: InspectingClient
    page: Page
    pressed: int = 0
    chosen: int = 0
    typed: int = 0
    seen: list[str] = field(default_factory=list)

    def press(self, **answers: object) -> None:
        """Press a button of the page that sends its form, changing only these answers."""
        self.seen.append(self.page.h1)
        sent: dict[str, object] = {**self.page.fields("main form"), **answers}
        boxes = [answer for answer in answers.values() if isinstance(answer, list)]
        self.chosen += sum(map(len, boxes)) or 1
        self.pressed += sum(map(len, boxes)) + 1
        self.page = self.client.post(self.page.request.path, data=sent, follow_redirects=True)
        assert self.page.status_code == 200, self.page.words


@pytest.fixture
def thumb(employer: InspectingClient) -> Thumb:
    """Someone who has entered and asks for a new offer."""
    return Thumb(employer, employer.get("/employeur/offres/nouvelle"))


def test_a_complete_offer_takes_few_choices_and_no_typing(thumb, structure, employer):
    thumb.press(family="cleaning")
    thumb.press(job="office-cleaning")
    thumb.press(tasks=["vacuum", "wash-floors"])
    for _place_week_contract_pay_needs_contact in range(6):
        thumb.press()
    address = thumb.page.request.path
    thumb.page = employer.post(f"{address}/publier", follow_redirects=True)
    thumb.chosen, thumb.pressed = thumb.chosen + 1, thumb.pressed + 1

    assert "C’est en ligne" in thumb.page.words
    assert thumb.chosen <= MOST_CHOICES
    assert thumb.pressed <= MOST_CHOICES
    assert thumb.typed <= MOST_TYPED
    [offer] = offers_of(structure.id)
    assert offer.is_published
    public = employer.get(f"/offres/{offer.public_id}")
    assert public.status_code == 200
    assert "26 h par semaine" in public.words
