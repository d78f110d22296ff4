"""The number to tell, and a first name for who wants."""

from webapp.forms import FirstNameField, PhoneField, PublicForm
from webapp.i18n import lazy_gettext as _l


class AlertForm(PublicForm):
    """Whom to tell."""

    phone = PhoneField(
        _l("Votre numéro de téléphone"), description=_l("Pour ces SMS, et rien d’autre.")
    )
    first_name = FirstNameField(_l("Votre prénom, si vous voulez"), required=False)
