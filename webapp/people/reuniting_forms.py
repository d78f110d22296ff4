"""What a person sends to make their two records one."""

from collections.abc import Mapping
from typing import Any

from wtforms import HiddenField, RadioField
from wtforms.validators import AnyOf

from webapp.accounts import known
from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.fields import CodeField, MobileField
from webapp.accounts.known import Question
from webapp.forms import PublicForm, choices
from webapp.i18n import lazy_gettext as _l

ONE = _l("Touchez une des réponses.")


class OtherForm(PublicForm):
    """The number of the other record."""

    phone = MobileField(_l("Votre autre numéro"))

    @property
    def number(self) -> str:
        """The number as E.164, once the form is valid."""
        return str(self.phone.data)


class CodeForm(PublicForm):
    """The code that came to that number."""

    code = CodeField(_l("Les 6 chiffres du SMS"))
    carried = HiddenField()


class ProofForm(PublicForm):
    """One thing that the person of the other record knows."""

    birthday = BirthdayField(_l("Quel jour êtes-vous né ou née ?"))
    employer = RadioField("", validate_choice=False)
    carried = HiddenField()

    def __init__(self, question: Question, **settings: Any) -> None:
        """Ask this question, and not the other one."""
        super().__init__(**settings)
        if question.kind == known.BIRTHDAY:
            del self.employer
            return
        del self.birthday
        keys = dict(question.choices) | {known.NONE_OF_THEM: _l("Aucun de ceux-là")}
        self.employer.label.text = question.text
        self.employer.choices = choices(keys)
        self.employer.validators = [AnyOf(list(keys), message=ONE)]

    @property
    def answer(self) -> str:
        """What was answered, once the form is valid."""
        return str(self.birthday.data if "birthday" in self else self.employer.data)


class EndForm(PublicForm):
    """The number that stays."""

    phone = RadioField(_l("Le numéro qui reste"), validate_choice=False)
    carried = HiddenField()

    def propose(self, numbers: Mapping[str, object]) -> None:
        """Propose these numbers."""
        self.phone.choices = choices(numbers)
        self.phone.validators = [AnyOf(list(numbers), message=ONE)]
        if len(numbers) == 1 and not self.phone.data:
            self.phone.data = next(iter(numbers))
