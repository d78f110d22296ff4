"""Fields and forms that several features share: a first name, a phone number."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectMultipleField, StringField, TelField
from wtforms.widgets import CheckboxInput, ListWidget

from webapp import phones
from webapp.i18n import lazy_gettext as _l

FIRST_NAME_MAX = 40
NOT_IN_A_NAME = frozenset("/@<>:=&%{}[]\\|")
PHONE_WORDS = {
    "empty": _l("Écrivez un numéro, pour que l’on puisse appeler."),
    "short": _l("Il manque des chiffres : un numéro en a 10. Vérifiez, puis envoyez encore."),
    "long": _l("Il y a des chiffres en trop : un numéro en a 10. Vérifiez, puis envoyez encore."),
    "letters": _l("Il y a des lettres ici. Écrivez seulement les chiffres du numéro."),
    "premium": _l("Ce numéro coûte cher à appeler. Écrivez un numéro comme 06 39 98 12 34."),
    "foreign": _l("Ce numéro est d’un autre pays. Écrivez un numéro français, même d’un proche."),
    "unknown": _l("Ce numéro n’existe pas. Regardez chaque chiffre, puis envoyez encore."),
}


class PublicForm(FlaskForm):  # type: ignore[misc]  # the library has no types
    """A form on a public page: the origin is checked, so that the page holds nothing random."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """No token in the page."""

        csrf = False

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """Return what was sent, even when it is nothing: an empty form is to be checked too."""
            found = super().wrap_formdata(form, formdata)
            return request.form if found is None and form.is_submitted() else found


class PhoneField(TelField):  # type: ignore[misc]
    """A phone number in any usual writing: `data` is E.164, what was typed is shown again."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number; say kindly what is wrong with it."""
        typed = valuelist[0] if valuelist else ""
        self.data = None
        try:
            self.data = phones.read(typed).e164
        except phones.BadPhone as bad:
            raise ValueError(PHONE_WORDS[bad.reason]) from None

    def _value(self) -> str:
        """Return what was typed, else the kept number as people write it."""
        if self.raw_data:
            return str(self.raw_data[0])
        return phones.Phone(self.data).shown if self.data else ""


class FirstNameField(StringField):  # type: ignore[misc]
    """A first name: short, without figures; `data` is tidy, what was typed is shown again."""

    def __init__(self, *args: Any, required: bool = True, **settings: Any) -> None:
        """Ask for a name, or take none where it is not `required`."""
        super().__init__(*args, **settings)
        self.required = required

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Tidy the name; say kindly what is wrong with it."""
        self.data = tidy_name(valuelist[0] if valuelist else "")
        reason = bad_name(self.data)
        if reason and (self.required or self.data):
            raise ValueError(NAME_WORDS[reason])

    def _value(self) -> str:
        """Return what was typed, else the kept name."""
        return str(self.raw_data[0]) if self.raw_data else self.data or ""


NAME_WORDS = {
    "empty": _l("Écrivez un prénom."),
    "long": _l("C’est trop long : écrivez seulement le prénom."),
    "figures": _l("Il y a des chiffres ici. Écrivez seulement le prénom."),
    "signs": _l("Écrivez seulement le prénom, avec des lettres."),
}


def tidy_name(typed: str) -> str:
    """Return a name with single spaces and without signs that nobody sees."""
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", typed)
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"}
    )
    return " ".join(seen.split())


def bad_name(name: str) -> str | None:
    """Return why this is no first name, by a key of NAME_WORDS; None when it is one."""
    if not name:
        return "empty"
    if len(name) > FIRST_NAME_MAX:
        return "long"
    if any(sign.isdigit() for sign in name):
        return "figures"
    if NOT_IN_A_NAME & set(name) or not any(sign.isalpha() for sign in name):
        return "signs"
    return None


def choices(labels: Mapping[Any, object]) -> list[SelectChoice]:
    """Return what a field proposes, from the labels of a closed list, in its order."""
    return [SelectChoice(value=str(key), label=label) for key, label in labels.items()]


class Several(SelectMultipleField):  # type: ignore[misc]
    """Answers among many, each a box, in the order in which they are offered."""

    data: Any
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, *, most: int = 99, **rest: Any) -> None:
        """Keep how many answers there is room for."""
        super().__init__(label, validate_choice=False, **rest)
        self.most = most

    def pre_validate(self, form: Any) -> None:
        """Keep what was offered, once each, as many as there is room for; say nothing of more."""
        wanted = [choice.value for choice in self.choices if choice.value in (self.data or [])]
        self.data = wanted[: self.most]
