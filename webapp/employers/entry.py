"""Who comes by an invitation: a first name, and an address of e-mail to enter by."""

from wtforms.validators import Length

from webapp.accounts.enums import Role
from webapp.accounts.staff_form import AddressField
from webapp.employers.fields import StepForm, Text
from webapp.employers.forms import TOO_LONG
from webapp.forms import FirstNameField
from webapp.i18n import lazy_gettext as _l
from webapp.organisations.members import Member


class KeptAddress(AddressField):
    """An e-mail address that may be kept already."""

    def _value(self) -> str:
        """Return what was typed, else the kept address."""
        return str(self.raw_data[0]) if self.raw_data else self.data or ""


class EntryForm(StepForm):
    """Who comes by an invitation."""

    first_name = FirstNameField(_l("Votre prénom"))
    email = KeptAddress(
        _l("Votre adresse e-mail professionnelle"),
        description=_l("Le lien pour entrer part à cette adresse."),
    )
    function = Text(
        _l("Votre fonction, si vous voulez"),
        description=_l("Par exemple : chargée de recrutement."),
        validators=[Length(max=60, message=TOO_LONG)],
    )

    def member(self) -> Member:
        """Return who comes; their role is decided where they enter."""
        return Member(
            email=self.email.data or "",
            first_name=self.first_name.data,
            function=self.function.data,
            role=Role.EMPLOYER,
        )
