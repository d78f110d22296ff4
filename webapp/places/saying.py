"""Towns inside French sentences: near Arles is “près d’Arles”, near Le Havre “près du Havre”."""

from typing import TypeVar

from flask import Flask
from markupsafe import escape

from webapp.i18n import language
from webapp.places.rules import after_de

Text = TypeVar("Text", bound=str)


def joined_to(sentence: Text, name: str) -> Text:
    """Return a sentence whose “de” is said as it is before this name; other languages as it is."""
    if not language().is_french:
        return sentence
    written = str(escape(name)) if hasattr(sentence, "__html__") else name
    return type(sentence)(str(sentence).replace(f"de {written}", after_de(written)))


def init_app(app: Flask) -> None:
    """Give templates the same."""
    app.jinja_env.filters["joined_to"] = joined_to
