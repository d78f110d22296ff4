"""Who takes a seat: a first name and a number."""

from webapp.forms import FirstNameField, PhoneField, PublicForm
from webapp.i18n import lazy_gettext as _l


class SeatForm(PublicForm):
    """Who comes."""

    first_name = FirstNameField(_l("Votre prénom"))
    phone = PhoneField(
        _l("Votre numéro de téléphone"), description=_l("Pour cette réunion, et rien d’autre.")
    )
