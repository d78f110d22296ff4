"""What professionals write about an approval."""

import re
from datetime import date
from typing import Any

from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from webapp.employers.fields import Day, Pick, Text
from webapp.forms import PublicForm
from webapp.i18n import lazy_gettext as _l
from webapp.pathways.desk.mistake_words import MISTAKES
from webapp.pathways.enums import Mistake

NUMBER = re.compile(r"[A-Z0-9]{5}\d{7}")
A_DAY = _l("Écrivez un jour.")


def a_day(_form: object, field: Day) -> None:
    """Ask for a day."""
    if field.data is None:
        raise ValidationError(A_DAY)


class DeskForm(PublicForm):
    """One form among several of a page, each with its prefix."""

    def miss(self, name: str, text: Any) -> None:
        """Say under a question that its answer does not do."""
        self[name].errors = [*self[name].errors, text]


class NumberField(Text):
    """The number of a PASS IAE, with or without its spaces."""

    def process_formdata(self, valuelist: Any) -> None:
        """Read the number."""
        super().process_formdata(valuelist)
        self.data = re.sub(r"\s", "", self.data or "").upper()

    def pre_validate(self, _form: object) -> None:
        """Refuse what is no number of a PASS IAE."""
        if not NUMBER.fullmatch(self.data or ""):
            raise ValidationError(_l("Écrivez les 12 signes du numéro, comme 99999 21 00001."))


class RecordForm(DeskForm):
    """A PASS IAE as the national platform gave it."""

    number = NumberField(_l("Numéro du PASS IAE"), description=_l("12 signes, sur l’attestation."))
    begin = Day(_l("Premier jour"), validators=[a_day])
    end = Day(
        _l("Dernier jour, avant toute suspension"),
        description=_l("Vide : 24 mois après le premier jour."),
    )


class AnswerForm(DeskForm):
    """A written answer."""

    answer = Pick(
        _l("Votre réponse écrite"),
        choices=[
            SelectChoice("granted", _l("Accordé")),
            SelectChoice("refused", _l("Refusé")),
        ],
    )


class SuspendForm(DeskForm):
    """Days that do not count."""

    reason = Pick(_l("Motif de la suspension"))
    begin = Day(_l("Premier jour suspendu"), validators=[a_day])
    end = Day(_l("Dernier jour suspendu"), description=_l("Vide : la fin n’est pas connue."))


class ResumeForm(DeskForm):
    """The end of a suspension."""

    end = Day(_l("Dernier jour suspendu"), validators=[a_day])


class MistakeForm(PublicForm):
    """Why something that was noted is taken back."""

    why = Pick(
        _l("Pourquoi le retirer ?"),
        choices=[SelectChoice(key, label) for key, label in MISTAKES.items()],
    )

    @property
    def mistake(self) -> Mistake:
        """The reason that was chosen."""
        return Mistake(self.why.data)


class ProlongForm(DeskForm):
    """Days after the end."""

    reason = Pick(_l("Motif de la prolongation"))
    until = Day(_l("Nouveau dernier jour"), validators=[a_day])


def offer(field: Pick, reasons: Any) -> None:
    """Propose the reasons of the facts."""
    field.choices = [SelectChoice(one.key, one.name) for one in reasons]


def day(field: Day) -> date:
    """Return the day of a field that was validated."""
    found: date = field.data
    return found
