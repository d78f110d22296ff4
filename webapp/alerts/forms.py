"""The number to tell, a first name for who wants, and the work where its word says nothing."""

from wtforms import RadioField
from wtforms.validators import AnyOf

from webapp.forms import FirstNameField, PhoneField, PublicForm, choices
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import families

ANY_WORK = "tous"
WORKS = {family.key: family.short for family in families()} | {ANY_WORK: _l("Tous les travaux")}


class AlertForm(PublicForm):
    """Whom to tell."""

    phone = PhoneField(
        _l("Votre numéro de téléphone"), description=_l("Pour ces SMS, et rien d’autre.")
    )
    first_name = FirstNameField(_l("Votre prénom, si vous voulez"), required=False)


class WorkForm(AlertForm):
    """Whom to tell, and about which work, shown by its picture."""

    metier = RadioField(
        _l("Quel travail ?"),
        choices=choices(WORKS),
        validate_choice=False,  # in words of ours alone
        validators=[AnyOf(WORKS, _l("Montrez avec une image, ou appelez-nous."))],
    )
