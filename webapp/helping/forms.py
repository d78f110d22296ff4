"""What a person writes to be called."""

from wtforms import StringField

from webapp.forms import FirstNameField, PhoneField, PublicForm
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.places import queries as places
from webapp.places.queries import Commune

LONGEST = 80  # characters read of a typed place


class TownForm(PublicForm):
    """Where the person is, if they say it: someone near is found by it."""

    town = StringField(
        _l("Votre ville, si vous voulez"),
        filters=[lambda typed: " ".join((typed or "")[:LONGEST].split())],
    )
    found: Commune | None = None

    def validate(self, extra_validators: object = None) -> bool:
        """Find the commune; none may be said, but one that is said is one that we know."""
        well = bool(super().validate(extra_validators))
        if not self.town.data:
            return well
        self.found = next(iter(places.choices(self.town.data)), None)
        if self.found is None:
            unknown = _(
                "Nous ne trouvons pas « %(place)s ». Écrivez une ville ou un code postal.",
                place=self.town.data,
            )
            self.town.errors = [*self.town.errors, unknown]
        return well and self.found is not None


class CallMeForm(TownForm):
    """Whom to call."""

    first_name = FirstNameField(_l("Votre prénom"))
    phone = PhoneField(
        _l("Votre numéro de téléphone"),
        description=_l("Comme 06 39 98 12 34. Pour vous appeler."),
    )
