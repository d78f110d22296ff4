"""What professionals write about a committee and its cases."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.employers.fields import Boxes, Day, Paragraph, Pick, Text
from webapp.i18n import lazy_gettext as _l
from webapp.organisations.models import Organisation
from webapp.pathways.desk.forms import DeskForm, a_day
from webapp.pathways.desk.liaison_forms import LONG, told

DECISIONS = {
    "suspend": _l("Suspendre l’agrément"),
    "prolong": _l("Prolonger l’agrément"),
    "orient": _l("Orienter vers une autre structure"),
    "training": _l("Chercher une formation"),
    "follow": _l("Renforcer l’accompagnement"),
    "exit": _l("Préparer la sortie"),
    "other": _l("Autre décision"),
}


class CommitteeForm(DeskForm):
    """A new committee."""

    on = Day(_l("Jour"), validators=[a_day])
    place = Text(_l("Lieu et heure"), validators=[told, Length(max=200)])
    members = Boxes(_l("Qui y siège avec vous ?"))

    def propose(self, partners: Sequence[Organisation]) -> None:
        """Propose the organisations around."""
        self.members.choices = [SelectChoice(one.public_id, one.name) for one in partners]


class CaseForm(DeskForm):
    """A case for the agenda."""

    person = Pick(_l("Qui ?"))
    question = Paragraph(
        _l("La question pour le comité"),
        description=_l("Jamais de santé ni de justice ici."),
        validators=[told, LONG],
    )
    agrees = BooleanField(_l("La personne est d’accord pour que l’on en parle au comité"))

    def validate_agrees(self, field: Any) -> None:
        """Ask for the person's word."""
        if not field.data:
            raise ValidationError(_l("Sans l’accord de la personne, on n’en parle pas."))


class DecisionForm(DeskForm):
    """What was decided, who does it, until when."""

    decision = Pick(
        _l("Décision"), choices=[SelectChoice(key, label) for key, label in DECISIONS.items()]
    )
    text = Paragraph(
        _l("En clair"), description=_l("Jamais de santé ni de justice ici."), validators=[LONG]
    )
    owner = Pick(_l("Qui s’en occupe ?"))
    due = Day(_l("Pour le"), validators=[a_day])


class MinutesForm(DeskForm):
    """What the partners said of no person."""

    minutes = Paragraph(
        _l("Compte rendu : ce qui ne concerne personne en particulier"),
        validators=[Length(max=3000, message=_l("C’est trop long."))],
    )
