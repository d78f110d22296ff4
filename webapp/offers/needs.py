"""What the work of an offer asks, said with pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.offers import words
from webapp.offers.enums import Level
from webapp.offers.models import Offer


@dataclass(frozen=True)
class Need:
    """One thing that the work asks or does not ask, with its picture."""

    picture: str
    text: str
    learned: bool = False


def needs(offer: Offer) -> list[Need]:
    """Return what an offer asks, each with its picture, and whether it is taught on the spot."""
    without_licence = offer.licence == Level.NONE
    rows = (
        ("experience", "book-learn", words.EXPERIENCE[offer.experience]),
        ("licence", "car-off" if without_licence else "licence", words.LICENCE[offer.licence]),
        ("french", "speech", words.FRENCH[offer.french]),
        ("carrying", "carry-box", words.CARRYING[offer.carrying]),
        (
            "posture",
            "chair" if offer.posture == "seated" else "standing",
            words.POSTURE[offer.posture],
        ),
        ("screen", "screen", words.SCREEN[offer.screen]),
    )
    learned: Sequence[str] = offer.learned
    return [Need(picture, str(text), key in learned) for key, picture, text in rows if text]
