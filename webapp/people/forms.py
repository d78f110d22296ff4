"""What people change of their own page: their names and their language."""

from wtforms import RadioField, StringField

from webapp.forms import FirstNameField, PublicForm, tidy_name
from webapp.i18n import LANGUAGES
from webapp.i18n import lazy_gettext as _l

LAST_NAME_MAX = 60


class MeForm(PublicForm):
    """Who I am, as I say it."""

    first_name = FirstNameField(_l("Votre prénom"))
    last_name = StringField(
        _l("Votre nom de famille"),
        description=_l("Si vous voulez."),
        filters=[lambda typed: tidy_name(typed or "")[:LAST_NAME_MAX]],
    )
    language = RadioField(_l("Votre langue"), validate_choice=False)

    def propose(self) -> None:
        """Offer the languages that are ready."""
        self.language.choices = [(one.prefix, one.name) for one in LANGUAGES.values()]
        if self.language.data not in LANGUAGES:
            self.language.data = ""
