"""What people send: whom to call back, who will come, how a call went."""

from wtforms import BooleanField, RadioField
from wtforms.validators import AnyOf

from webapp.applications.enums import BestMoment, Outcome, Way
from webapp.applications.words import MOMENTS, OUTCOMES
from webapp.forms import FirstNameField, PhoneField, PublicForm, choices
from webapp.i18n import lazy_gettext as _l


class MeetForm(PublicForm):
    """Who wants to meet the employer, and the number to reach them."""

    first_name = FirstNameField(_l("Votre prénom"))
    phone = PhoneField(
        _l("Votre numéro de téléphone"),
        description=_l("Comme 06 39 98 12 34. Donné à l’employeur, pour vous appeler."),
    )


def known_moment(chosen: str) -> str:
    """Return a moment of the list; one that is not in it counts as any."""
    return chosen if chosen in MOMENTS else BestMoment.ANY


class CallBackForm(MeetForm):
    """Who is to be called back, when, and who fills it in for them."""

    way = Way.THEY_CALL
    moment = RadioField(
        _l("Quand vous appeler ?"),
        choices=choices(MOMENTS),
        default=BestMoment.ANY,
        filters=[known_moment],
    )
    for_someone = BooleanField(_l("Je remplis pour quelqu’un"))
    helper_name = FirstNameField(_l("Votre prénom à vous, si vous voulez"), required=False)


class VisitForm(MeetForm):
    """Who tells that they are coming."""

    way = Way.I_VISIT


class CallReportForm(PublicForm):
    """How the call went: nothing about the person."""

    outcome = RadioField(
        _l("Après l’appel"),
        choices=choices(OUTCOMES),
        validate_choice=False,
        validators=[AnyOf(list(OUTCOMES), message=_l("Touchez une des trois réponses."))],
    )

    @property
    def result(self) -> Outcome:
        """The outcome, once the form is valid."""
        return Outcome(self.outcome.data)
