"""Fields of the employer's forms: choices by a press, times, amounts, lines; kept as typed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from flask import request
from markupsafe import Markup
from wtforms import DateField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from webapp.employers import rules, words
from webapp.forms import PublicForm, Several, tidy_name
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import DAYS

PRESS_ONE = _l("Touchez une réponse.")


class Pick(RadioField):  # type: ignore[misc]  # the library has no types
    """One answer among several; what is missing is said in its own words."""

    data: Any

    def __init__(self, label: Any, *, miss: Any = PRESS_ONE, **settings: Any) -> None:
        """Keep the words shown when nothing, or something else, was chosen."""
        super().__init__(label, validate_choice=False, **settings)
        self.miss = miss

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Keep the answer; what is of another kind is no answer."""
        try:
            self.data = self.coerce(valuelist[0]) if valuelist else None
        except ValueError:
            self.data = None

    def pre_validate(self, form: Any) -> None:
        """Accept only an answer that was offered."""
        if self.data not in [choice.value for choice in self.choices]:
            raise ValidationError(self.miss)


class Boxes(Several):
    """Several answers among many, counted: too few or too many are said."""

    def __init__(self, label: Any, *, least: int = 0, miss: Any = "", **rest: Any) -> None:
        """Keep how many answers are wanted, and the words for when they are too few or many."""
        super().__init__(label, **rest)
        self.least, self.miss = least, miss

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Keep the answers; what is of another kind is no answer."""
        try:
            self.data = [self.coerce(value) for value in valuelist]
        except ValueError:
            self.data = []

    def pre_validate(self, form: Any) -> None:
        """Keep what was offered, once each, and count it."""
        self.data = [choice.value for choice in self.choices if choice.value in (self.data or [])]
        if not self.least <= len(self.data) <= self.most:
            raise ValidationError(self.miss)


class Sure(Boxes):
    """One box to confirm an unusual answer; it holds for this very answer and no other."""

    def __init__(self, label: Any, **rest: Any) -> None:
        """Offer no box until something unusual is said."""
        super().__init__(label, choices=[], **rest)

    def confirms(self, answer: str) -> bool:
        """Return whether this answer was confirmed, and have a box for it from now on."""
        self.data = [one for one in self.raw_data or () if one == answer]
        self.choices = [SelectChoice(answer, _l("Oui, c’est bien ça"))]
        return bool(self.data)


class Text(StringField):  # type: ignore[misc]
    """A short text on one line, without signs that nobody sees."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Tidy what was typed."""
        self.data = tidy_name(valuelist[0] if valuelist else "")


class Paragraph(TextAreaField):  # type: ignore[misc]
    """A text of a few lines, without signs that nobody sees."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Tidy each line of what was typed."""
        lines = (valuelist[0] if valuelist else "").splitlines()
        self.data = "\n".join(map(tidy_name, lines)).strip()


class Picked:
    """A field that the phone's own picker fills; what it cannot hold is shown as it was written."""

    raw_data: Sequence[str] | None
    data: Any

    def __call__(self, **attributes: Any) -> Markup:
        """Show the picker, or a text where what was written is none of its values."""
        if self.raw_data and self.raw_data[0] and self.data is None:
            attributes |= {"type": "text", "min": False, "max": False}
        shown = super().__call__(**attributes)  # type: ignore[misc]
        return Markup(shown)  # noqa: S704  made by the field's widget


class Count(Picked, IntegerField):  # type: ignore[misc]
    """A whole number; `data` is None when nothing is written."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < FAR_TOO_LONG):
            raise ValueError(_l("Écrivez un nombre, avec des chiffres."))
        self.data = int(typed) if typed else None


class Day(Picked, DateField):  # type: ignore[misc]
    """A day, picked or written; `data` is None when nothing is written."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the day."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        try:
            self.data = date.fromisoformat(typed) if typed else None
        except ValueError:
            raise ValueError(_l("Écrivez le jour comme 2027-01-31.")) from None

    def __call__(self, **settings: Any) -> Markup:
        """Return the field; what is no day stays as it was typed, where a picker would drop it."""
        if self.process_errors:
            settings = {**settings, "type": "text"}
            settings.pop("min", None)
        shown: Markup = super().__call__(**settings)
        return shown


FAR_TOO_LONG = 6  # signs of a number


class TimeOfDay(Picked, StringField):  # type: ignore[misc]
    """A time, written or picked: `data` is the minute of the day, None when nothing is said."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the time in any usual writing."""
        self.data = None
        try:
            self.data = rules.minute_of(valuelist[0] if valuelist else "")
        except rules.BadText as bad:
            raise ValueError(words.WEEK_FAULTS[bad.reason]) from None

    def _value(self) -> str:
        """Return the time as the phone's own picker wants it, else what was typed."""
        if self.data is None:
            return str(self.raw_data[0]) if self.raw_data else ""
        return f"{self.data // 60:02d}:{self.data % 60:02d}"


class Amount(StringField):  # type: ignore[misc]
    """An amount of euros: `data` is in cents; what was typed is shown again."""

    data: Any
    fault: str | None = None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the amount in any usual writing."""
        self.data, self.fault = None, None
        try:
            self.data = rules.cents_of(valuelist[0] if valuelist else "")
        except rules.BadText as bad:
            self.fault = bad.reason

    def _value(self) -> str:
        """Return what was typed, else the kept amount."""
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data // 100},{self.data % 100:02d}"


class Lines(TextAreaField):  # type: ignore[misc]
    """A text of short lines; `data` is the list of them."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Split the text; say kindly when it is too much."""
        lines = (valuelist[0] if valuelist else "").splitlines()
        self.data = rules.way_lines("\n".join(map(tidy_name, lines)))
        fault = rules.way_fault(self.data)
        if fault:
            raise ValueError(words.WAY_FAULTS[fault])

    def _value(self) -> str:
        """Return what was typed, else the kept lines."""
        return str(self.raw_data[0]) if self.raw_data else "\n".join(self.data or [])


def pairs(labels: Any) -> list[SelectChoice]:
    """Return labels by key as the choices of a field."""
    return [SelectChoice(key, label) for key, label in labels.items()]


def only(labels: Any, keys: Iterable[str]) -> list[SelectChoice]:
    """Return these choices alone, in the order of the keys."""
    return [SelectChoice(key, labels[key]) for key in keys]


def day_choices() -> list[SelectChoice]:
    """Return the days of the week as choices, Monday first."""
    return pairs(dict(enumerate(DAYS)))


class StepForm(PublicForm):
    """One page of the offer; fields that the main choice leaves aside say nothing."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Read what was sent, also when it is nothing at all."""
        if not args and request.method == "POST":
            args = (request.form,)
        super().__init__(*args, **settings)

    def leave_out(self, *names: str) -> None:
        """Forget what was wrong with fields that this choice does not need."""
        for name in names:
            self[name].process_errors = []
            self[name].validators = []

    def is_sure(self, answer: object, question: Any) -> bool:
        """Return whether an unusual answer was confirmed; else ask the question about it."""
        return self["sure"].confirms(str(answer)) or self.miss("sure", question)

    def miss(self, name: str, text: Any) -> bool:
        """Say what is missing in a field; return False, as a failed validation does."""
        self[name].errors = [*self[name].errors, text]
        return False
