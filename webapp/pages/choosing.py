"""What the settings propose: each choice with its words and, where it can, its own look."""

from collections.abc import Iterator
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from webapp import letters
from webapp.i18n import gettext as _
from webapp.i18n import language
from webapp.reading import Reading, reading


@dataclass(frozen=True)
class Option:
    """One choice: its value, its words, and how it shows itself (a drawing, or a style)."""

    value: str
    text: str
    sample: str = ""
    look: str = ""


@dataclass(frozen=True)
class Group:
    """Choices of which one is taken; `key` is the part of Reading that they fill."""

    key: str
    name: str
    title: str
    picture: str
    options: tuple[Option, ...]
    hint: str = ""


@dataclass(frozen=True)
class Switch:
    """Something that is on or off."""

    key: str
    name: str
    text: str
    picture: str


def groups() -> Iterator[Group]:
    """Return the choices, in the order of the page; letters only where some draw the language."""
    yield Group("size", "taille", _("Taille"), "text-size", sizes())
    families = letters.offered(language().locale)
    if families:
        hint = _("Les Ko sont pris sur votre forfait, une seule fois.")
        yield Group("letters", "lettres", _("Lettres"), "letters", drawn(families), hint)
    yield Group("space", "espace", _("Espace entre les mots"), "spacing", spaces())
    yield Group("contrast", "couleurs", _("Couleurs"), "contrast", colours())
    yield Group("voice", "voix", _("Voix"), "volume", voices())


def sizes() -> tuple[Option, ...]:
    """Return the sizes of text."""
    return (
        Option("", _("Normale"), look="as-normal"),
        Option("large", _("Grande"), look="as-large"),
        Option("larger", _("Très grande"), look="as-larger"),
    )


def drawn(families: list[tuple[str, str, int]]) -> tuple[Option, ...]:
    """Return the letters, each drawn before it is downloaded, with what it weighs."""
    rows = [
        Option(key, _("%(name)s, %(count)s\u00a0Ko", name=name, count=weight), letters.sample(key))
        for key, name, weight in families
    ]
    return (Option("", _("Comme mon téléphone")), *rows)


def spaces() -> tuple[Option, ...]:
    """Return the spaces between words and lines."""
    return (
        Option("", _("Normal")),
        Option("wide", _("Plus d’espace"), look="as-wide"),
    )


def colours() -> tuple[Option, ...]:
    """Return the colours."""
    return (
        Option("", _("Comme mon téléphone")),
        Option("light", _("Clair"), look="as-light"),
        Option("dark", _("Sombre"), look="as-dark"),
        Option("high", _("Très contrasté"), look="as-high"),
    )


def voices() -> tuple[Option, ...]:
    """Return how fast pages are read aloud."""
    return (
        Option("", _("Normale")),
        Option("slow", _("Lente")),
        Option("fast", _("Rapide")),
    )


def switches() -> tuple[Switch, ...]:
    """Return what is on or off."""
    return (
        Switch("ruler", "regle", _("Une règle suit la ligne que je lis"), "ruler"),
        Switch("still", "calme", _("Rien ne bouge"), "pause"),
        Switch("save", "donnees", _("Moins de données"), "download"),
    )


def chosen(sent: MultiDict[str, str], spoken: str) -> Reading:
    """Return what a form says, in the language with this prefix."""
    said = {group.key: sent.get(group.name, "") for group in groups()}
    said |= {switch.key: sent.get(switch.name, "") for switch in switches()}
    return Reading.of({**said, "language": spoken, "screen": reading().screen})
