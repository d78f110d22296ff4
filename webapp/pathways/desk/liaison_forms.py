"""What professionals write in the parts of a liaison form."""

from typing import Any

from wtforms import BooleanField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.employers.fields import Boxes, Day, Paragraph, Pick
from webapp.i18n import lazy_gettext as _l
from webapp.organisations.models import Organisation
from webapp.pathways import facts
from webapp.pathways.desk import liaison_words as words
from webapp.pathways.desk.forms import DeskForm

LONG = Length(max=1500, message=_l("C’est trop long : écrivez 1 500 signes au plus."))
NO_SIAE = ""


def told(_form: object, field: Any) -> None:
    """Ask for a few words."""
    if not field.data:
        raise ValidationError(_l("Écrivez quelques mots."))


class ReferralForm(DeskForm):
    """Part 1: who is sent, where, and that they agree."""

    siae = Pick(_l("Vers quelle structure ?"))
    situation = Paragraph(
        _l("La situation de la personne"),
        description=_l("Pas de santé, pas de justice ici : cela va dans le diagnostic."),
        validators=[told, LONG],
    )
    wish = Paragraph(_l("Ce que la personne veut faire"), validators=[LONG])
    agrees = BooleanField(_l("La personne a lu cette partie avec moi et elle est d’accord"))

    def propose(self, structures: list[Organisation]) -> None:
        """Propose the structures around."""
        none = SelectChoice(NO_SIAE, _l("Pas encore choisie"))
        self.siae.choices = [none, *(SelectChoice(one.public_id, one.name) for one in structures)]
        self.siae.data = self.siae.data or NO_SIAE

    def validate_agrees(self, field: Any) -> None:
        """Ask for the person's word."""
        if not field.data:
            raise ValidationError(_l("Sans l’accord de la personne, la fiche ne part pas."))


class DiagnosisForm(DeskForm):
    """Part 2: the criteria with their proofs seen, and the decision."""

    criteria = Boxes(_l("Critères dont vous avez vu le justificatif"))
    obstacles = Paragraph(
        _l("Ce qui freine, et ce qui aide"),
        description=_l("Fermé à clé : lu par les prescripteurs habilités et la personne."),
        validators=[LONG],
    )
    eligible = Pick(
        _l("Votre décision"),
        choices=[
            SelectChoice("yes", _l("Éligible à un parcours d’insertion")),
            SelectChoice("no", _l("Pas éligible à ce jour")),
        ],
    )

    def propose(self) -> None:
        """Propose the criteria in force."""
        edition = facts.section("eligibility")[-1]
        self.criteria.choices = [
            SelectChoice(one.key, words.criterion(one.key)) for one in edition.criteria
        ]


class DecisionForm(DeskForm):
    """Part 3: what the structure decides, and the approval."""

    decision = Pick(
        _l("Votre décision"),
        choices=[SelectChoice(key, label) for key, label in words.DECISIONS.items()],
    )
    begin = Day(_l("Premier jour, si vous embauchez"))
    approval = Pick(
        _l("Agrément"),
        choices=[SelectChoice(key, label) for key, label in words.PASS_ASKED.items()],
    )
    words = Paragraph(_l("Pourquoi, et la suite"), validators=[LONG])
