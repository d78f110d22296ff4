"""What professionals write about a contract, what happens in it, and its exit review."""

from datetime import date
from typing import Any

from wtforms import BooleanField, HiddenField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.employers.fields import Count, Day, Paragraph, Pick
from webapp.i18n import lazy_gettext as _l
from webapp.pathways.contract_rules import Terms, Wrong
from webapp.pathways.desk import work_words as words
from webapp.pathways.desk.forms import DeskForm, a_day, day
from webapp.pathways.exit_reviews import TEXTS
from webapp.pathways.refusals import WrongContract

LONG = Length(max=1500, message=_l("C’est trop long : écrivez 1 500 signes au plus."))
MOST_HOURS, MOST_WEEK = 400, 48
ABOUT = {Wrong.OVERLAPS: "begin", Wrong.FEW_HOURS: "hours", Wrong.MANY_HOURS: "hours"}


def pairs(labels: Any) -> list[SelectChoice]:
    """Return labels as the choices of a field."""
    return [SelectChoice(str(key), label) for key, label in labels.items()]


def hours(_form: object, field: Count) -> None:
    """Ask for a likely number of hours."""
    if field.data is not None and not 0 <= field.data <= MOST_HOURS:
        raise ValidationError(_l("Écrivez un nombre d’heures entre 0 et 400."))


class ContractForm(DeskForm):
    """A new contract, or the renewal of one."""

    kind = Pick(_l("Contrat"))
    begin = Day(_l("Premier jour"), validators=[a_day])
    end = Day(_l("Dernier jour"), description=_l("Vide pour un CDI."))
    hours = Count(_l("Heures par semaine"))
    exempt = BooleanField(
        _l("Une dérogation de la loi permet moins de 4 mois ou moins de 20 h (sans dire laquelle)")
    )

    @property
    def terms(self) -> Terms:
        """What the contract says."""
        return Terms(
            kind=self.kind.data,
            begins_on=day(self.begin),
            ends_on=self.end.data,
            weekly_minutes=self.hours.data * 60,
            exempt=bool(self.exempt.data),
        )

    def tell(self, refused: WrongContract) -> None:
        """Say under its question what the rules do not allow, and what to do next."""
        self.miss(ABOUT.get(refused.wrong, "end"), refused.advice)

    def propose(self, kinds: Any) -> None:
        """Propose the contracts that this kind of SIAE signs."""
        self.kind.choices = [SelectChoice(key, words.CONTRACTS[key]) for key in kinds]

    def validate_hours(self, field: Count) -> None:
        """Ask for the hours of a week."""
        if field.data is None or not 1 <= field.data <= MOST_WEEK:
            raise ValidationError(_l("Écrivez les heures d’une semaine, de 1 à 48."))

    def validate_end(self, field: Day) -> None:
        """Ask for an end after the beginning, but for a permanent contract."""
        begin: date | None = self.begin.data
        if field.data is None and self.kind.data != "cdi":
            raise ValidationError(_l("Écrivez le dernier jour de ce contrat."))
        if field.data is not None and begin is not None and field.data < begin:
            raise ValidationError(_l("Le dernier jour vient avant le premier."))


class EventForm(DeskForm):
    """What happened."""

    kind = Pick(_l("Que s’est-il passé ?"), choices=pairs(words.HAPPENED))
    begin = Day(_l("Le, ou depuis le"), validators=[a_day])
    end = Day(_l("Jusqu’au"), description=_l("Vide : un seul jour, ou pas encore fini."))
    hours = Count(_l("Heures, pour un accompagnement ou une formation"), validators=[hours])

    def validate_end(self, field: Day) -> None:
        """Ask for days in order."""
        begin: date | None = self.begin.data
        if field.data is not None and begin is not None and field.data < begin:
            raise ValidationError(_l("Le dernier jour vient avant le premier."))

    def is_within(self, first: date, last: date | None) -> bool:
        """Return whether it happened during a contract; say so under its day where it did not."""
        begin: date | None = self.begin.data
        within = begin is not None and first <= begin and (last is None or begin <= last)
        if begin is not None and not within:
            self.miss("begin", str(_l("Ce jour n’est pas dans ce contrat. Vérifiez.")))
        return within


class StopForm(DeskForm):
    """A contract that ends before its day."""

    last = Day(_l("Dernier jour travaillé"), validators=[a_day])
    reason = Pick(_l("Pourquoi"), choices=pairs(words.STOPS))


class ReviewForm(DeskForm):
    """The exit review."""

    results = Paragraph(_l("Ce qui a été fait et appris"), validators=[LONG])
    outlook = Paragraph(_l("Ce qui vient après"), validators=[LONG])
    promises = Paragraph(_l("Ce que chacun s’engage à faire"), validators=[LONG])
    version = HiddenField()

    @property
    def texts(self) -> dict[str, str]:
        """What was written, by its names."""
        return {name: self[name].data or "" for name in TEXTS}

    @property
    def seen(self) -> int:
        """The version that was on the screen."""
        return int(self.version.data) if str(self.version.data or "").isdigit() else 0
