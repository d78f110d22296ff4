"""What people send to open a card, or to have one made."""

from collections.abc import Sequence

from wtforms import RadioField, StringField

from webapp.accounts import card_code
from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.cards import Shown
from webapp.forms import FirstNameField, PublicForm, choices
from webapp.i18n import lazy_gettext as _l

OWN, SHARED = "own", "shared"
WHOSE = {SHARED: _l("On le partage"), OWN: _l("Il est à moi")}
LONGEST = 200  # signs shown again


class CodeField(StringField):  # type: ignore[misc]
    """The 8 signs of a card, however they are typed; what was typed is shown again."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the code; say what a code looks like when this is none."""
        self.data = card_code.read(valuelist[0] if valuelist else "")
        if self.data is None:
            raise ValueError(
                str(_l("Regardez la carte : le code a 8 signes. Pas de I, de L, de O, de 0, de 1."))
            )

    def _value(self) -> str:
        """Return what was typed."""
        return str(self.raw_data[0])[:LONGEST] if self.raw_data else ""


class CardForm(PublicForm):
    """Open with a card: its code, the first name, the day of birth, whose phone this is."""

    code = CodeField(_l("Le code de la carte"), description=_l("8 lettres et chiffres"))
    first_name = FirstNameField(_l("Votre prénom"))
    birthday = BirthdayField(_l("Quel jour êtes-vous né ou née ?"))
    whose = RadioField(_l("Ce téléphone"), choices=choices(WHOSE), default=SHARED)

    @property
    def shown(self) -> Shown:
        """What is shown to open the card."""
        return Shown(str(self.code.data), str(self.first_name.data), str(self.birthday.data))


class MakeCardForm(PublicForm):
    """Make a card for oneself; the day of birth is asked where it is not known yet."""

    birthday = BirthdayField(_l("Quel jour êtes-vous né ou née ?"))
