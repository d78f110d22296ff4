"""What people send to come in: a number, a code, a first name, one thing they know."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.validators import AnyOf

from webapp.accounts import known, rules
from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.card_forms import WHOSE
from webapp.accounts.known import Question
from webapp.forms import FirstNameField, PhoneField, PublicForm, choices
from webapp.i18n import lazy_gettext as _l
from webapp.phones import Phone

LONGEST_SHOWN = 200  # signs of what was typed that are shown again


class MobileField(PhoneField):
    """A number that receives SMS; a landline is told kindly."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number, and refuse one that no SMS reaches."""
        super().process_formdata([typed[:LONGEST_SHOWN] for typed in valuelist])
        if self.data and not Phone(self.data).is_mobile:
            self.data = None
            raise ValueError(str(LANDLINE))


LANDLINE = _l(
    "C’est un téléphone fixe : il ne reçoit pas de SMS. Écrivez un numéro de portable, "
    "ou appelez-nous."
)


class CodeField(StringField):  # type: ignore[misc]
    """Six digits, however they are typed or pasted; what was typed is shown again."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the code; say what a code looks like where none is found."""
        typed = valuelist[0] if valuelist else ""
        self.data = rules.read_code(typed)
        if self.data is None:
            raise ValueError(str(UNREAD if typed.strip() else UNWRITTEN))

    def _value(self) -> str:
        """Return what was typed."""
        return str(self.raw_data[0])[:LONGEST_SHOWN] if self.raw_data else ""


UNREAD = _l("Un code a 6 chiffres. Regardez bien le SMS, puis écrivez les 6 chiffres.")
UNWRITTEN = _l("Écrivez les 6 chiffres du SMS.")


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

    code = CodeField(_l("Les 6 chiffres du SMS"))

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

    answer = BirthdayField(_l("Quel jour êtes-vous né ou née ?"))

    @property
    def day(self) -> str:
        """The day and month as `14-07`, once the form is valid."""
        return str(self.answer.data)


class WhoseForm(PublicForm):
    """Whether this phone is one's own."""

    whose = RadioField(
        _l("Ce téléphone"),
        choices=choices(WHOSE),
        validate_choice=False,
        validators=[AnyOf(list(WHOSE), message=_l("Touchez une des deux réponses."))],
    )


def proof_form(question: Question) -> FlaskForm:
    """Return the form that asks this question."""
    return BirthdayForm() if question.kind == known.BIRTHDAY else PickForm(question)
