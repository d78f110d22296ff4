"""One sentence that presents someone; how many people an employer meets, how often, shown where."""

from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, ValidationError

from webapp.forms import PublicForm, Several, choices
from webapp.i18n import lazy_gettext as _l
from webapp.offers import wording
from webapp.presenting import rules
from webapp.presenting.words import PLACES

A_WEEK = {
    1: _l("1 personne par semaine"),
    2: _l("2 personnes par semaine"),
    3: _l("3 personnes par semaine"),
    5: _l("5 personnes par semaine"),
}


class PresentForm(PublicForm):
    """One kind sentence that the employer reads."""

    sentence = StringField(
        _l("Une phrase qui la présente"),
        description=_l("L’employeur la lit. Pas de santé, pas de justice, pas de famille."),
        filters=[lambda typed: " ".join((typed or "").split())],
        validators=[
            InputRequired(message=_l("Écrivez une phrase : ce que la personne sait faire.")),
            Length(max=rules.LONGEST, message=_l("Écrivez une phrase plus courte.")),
        ],
    )

    def validate_sentence(self, field: StringField) -> None:
        """Refuse words about what someone is: an employer chooses by what they can do."""
        found = wording.check(field.data or "")
        if found:
            raise ValidationError(
                _l("Changez « %(words)s » : dites ce que la personne sait faire.")
                % {"words": found[0].quote}
            )


class WantedForm(PublicForm):
    """How many people an employer wants to meet."""

    wanted = IntegerField(
        _l("Combien de personnes voulez-vous rencontrer ?"),
        description=_l("0 : pas de limite. Qui demande de soi-même n’est jamais refusé."),
        validators=[
            InputRequired(message=_l("Écrivez un nombre.")),
            NumberRange(0, rules.MOST, message=_l("Écrivez un nombre de 0 à 30.")),
        ],
    )


class RhythmForm(PublicForm):
    """How many people a week are presented, and where else the offer is shown."""

    per_week = RadioField(
        _l("Au plus, chaque semaine"),
        choices=choices(A_WEEK),
        validate_choice=False,
        validators=[AnyOf([str(one) for one in rules.RHYTHMS], message=_l("Touchez un rythme."))],
    )
    shown_in = Several(
        _l("Où montrer aussi l’offre"),
        description=_l("Elle est déjà sur ce site. Rien de plus : ne touchez rien."),
        choices=choices(PLACES),
    )
