"""The questions of a CV: each answered by presses, none by typing."""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms import RadioField

from webapp.cv import choices
from webapp.forms import PublicForm, Several
from webapp.forms import choices as offered
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l


class One(RadioField):  # type: ignore[misc]
    """One answer, or none."""

    data: Any

    def __init__(self, label: Any, **rest: Any) -> None:
        """Ask without requiring."""
        super().__init__(label, validate_choice=False, **rest)

    def pre_validate(self, form: Any) -> None:
        """Keep only an answer that was offered."""
        if self.data not in [choice.value for choice in self.choices]:
            self.data = ""


class SeveralForm(PublicForm):
    """One question with several answers."""

    chosen = Several("")


class PracticalForm(PublicForm):
    """What remains: the licence, the languages, when."""

    licence = One(_l("Votre permis"), choices=offered(choices.LICENCE))
    french = One(_l("Votre français"), choices=offered(choices.FRENCH))
    languages = Several(_l("Vos autres langues"), choices=offered(choices.SPOKEN))
    free = One(_l("Quand êtes-vous libre ?"), choices=offered(choices.FREE))
    hours = Several(_l("À quels moments ?"), choices=offered(choices.HOURS))

    def lengths(self) -> Iterable[One]:
        """Give the questions on how long each job was done."""
        return (field for field in self if field.name.startswith("long-"))


def practical(done: Mapping[str, Any], data: Mapping[str, Any]) -> PracticalForm:
    """Return the last page, with a question on each job that was done."""
    lengths = {
        f"long-{key}": One(
            _("%(job)s : combien de temps ?", job=label), choices=offered(choices.LONG)
        )
        for key, label in done.items()
    }
    form: PracticalForm = type("AskedForm", (PracticalForm,), lengths)(data=data)
    return form
