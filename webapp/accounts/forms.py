"""What people send to come in: a number, a code, a first name, one thing they know."""

from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.validators import AnyOf

from webapp.accounts import known
from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.card_forms import OWN, SHARED, WHOSE
from webapp.accounts.fields import CodeField, MobileField
from webapp.accounts.known import Question
from webapp.forms import FirstNameField, PublicForm, choices
from webapp.i18n import lazy_gettext as _l


class PhoneForm(PublicForm):
    """The number to which a code goes."""

    phone = MobileField(
        _l("Votre numéro de portable"), description=_l("Nous envoyons un code par SMS.")
    )

    @property
    def number(self) -> str:
        """The number as E.164, once the form is valid."""
        return str(self.phone.data)


class CodeForm(PublicForm):
    """The code that came by SMS."""

    code = CodeField(_l("Les 6 chiffres du SMS"))

    @property
    def digits(self) -> str:
        """The six digits, once the form is valid."""
        return str(self.code.data)


class NameForm(PublicForm):
    """Who is behind this number."""

    first_name = FirstNameField(_l("Votre prénom"))


class PickForm(PublicForm):
    """Which of five employers, or none of them."""

    answer = RadioField(_l("Votre réponse"), validate_choice=False)

    def __init__(self, question: Question) -> None:
        """Propose the employers of a question."""
        super().__init__()
        keys = dict(question.choices) | {known.NONE_OF_THEM: _l("Aucun de ceux-là")}
        self.answer.label.text = question.text
        self.answer.choices = choices(keys)
        self.answer.validators = [AnyOf(list(keys), message=_l("Touchez une des réponses."))]


class BirthdayForm(PublicForm):
    """The day and month of birth."""

    answer = BirthdayField(_l("Quel jour êtes-vous né ou née ?"))

    @property
    def day(self) -> str:
        """The day and month as `14-07`, once the form is valid."""
        return str(self.answer.data)


class WhoseForm(PublicForm):
    """Whether this phone is one's own."""

    whose = RadioField(
        _l("Ce téléphone"),
        choices=choices({OWN: WHOSE[OWN], SHARED: WHOSE[SHARED]}),
        validate_choice=False,
        validators=[AnyOf(list(WHOSE), message=_l("Touchez une des deux réponses."))],
    )


def proof_form(question: Question) -> FlaskForm:
    """Return the form that asks this question."""
    return BirthdayForm() if question.kind == known.BIRTHDAY else PickForm(question)
