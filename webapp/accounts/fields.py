"""Fields of sign-in that other features ask for too: a number that receives SMS, six digits."""

from collections.abc import Sequence

from wtforms import StringField

from webapp.accounts import rules
from webapp.forms import PhoneField
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
    "C’est un téléphone fixe : il ne reçoit pas de SMS. Écrivez un numéro de portable, "
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


UNREAD = _l("Un code a 6 chiffres. Regardez bien le SMS, puis écrivez les 6 chiffres.")
UNWRITTEN = _l("Écrivez les 6 chiffres du SMS.")
