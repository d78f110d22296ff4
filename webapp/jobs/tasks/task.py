"""What a task is: one thing done at work, in words and in a picture."""

from dataclasses import dataclass

from flask_babel.speaklater import LazyString


@dataclass(frozen=True, slots=True)
class Task:
    """One thing done at work.

    `label` is short, for a choice ("Passer l’aspirateur"); `sentence` tells the person who will
    do it ("Vous passez l’aspirateur."); `picture` shows the tool or the gesture. The first of
    `families` is where the task is at home, the others are families that do it too.
    """

    key: str
    label: LazyString
    sentence: LazyString
    picture: str
    families: tuple[str, ...]
