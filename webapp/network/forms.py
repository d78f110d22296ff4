"""What is written of a collective act: choices first, so that a phone is enough."""

from datetime import date
from typing import Any

from flask_wtf.file import FileField
from wtforms.validators import Length

from webapp.employers.fields import Count, Day, Paragraph, Pick, StepForm, Text
from webapp.forms import PublicForm, choices
from webapp.i18n import lazy_gettext as _l
from webapp.network import rules, words

LONGER = _l("C’est trop long : écrivez moins.")
MOST = 9999


class ActForm(StepForm):
    """One act: what, when, where, how many, what proves it, what followed."""

    kind = Pick(_l("Qu’avez-vous fait ?"), choices=choices(words.ACTS))
    held_on = Day(_l("Quel jour ?"))
    place = Text(_l("Où ?"), validators=[Length(max=120, message=LONGER)])
    people = Count(_l("Combien de personnes en recherche ?"), default=0)
    staff = Count(_l("Combien de professionnels ?"), default=0)
    article = Text(
        _l("Article de la convention"),
        description=_l("Celui que cette action sert. Par exemple : article 4."),
        validators=[Length(max=60, message=LONGER)],
    )
    about = Paragraph(
        _l("En quelques mots"),
        description=_l("Sans le nom des personnes."),
        validators=[Length(max=500, message=LONGER)],
    )
    evidence = Text(
        _l("Une preuve"),
        description=_l("Un lien, ou l’endroit où elle est gardée."),
        validators=[Length(max=300, message=LONGER)],
    )
    partnerships = Count(_l("Partenariats qui ont suivi"), default=0)
    hires = Count(_l("Embauches qui ont suivi"), default=0)
    followed = Paragraph(_l("Ce qui a suivi"), validators=[Length(max=500, message=LONGER)])
    today = date.min

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the day and the place; numbers that are not said are none."""
        well = bool(super().validate(extra_validators))
        fault = rules.act_fault(self.held_on.data, self.today)
        if fault and not self.held_on.errors:
            well = self.miss("held_on", words.ACT_FAULTS[fault])
        if not self.place.data:
            well = self.miss("place", _l("Écrivez un lieu."))
        return well

    def facts(self) -> dict[str, Any]:
        """Return the columns that the form fills."""
        counts = {name: self[name].data or 0 for name in COUNTS}
        return (
            {name: self[name].data or "" for name in TEXTS}
            | counts
            | {"held_on": self.held_on.data}
        )


COUNTS = ("people", "staff", "partnerships", "hires")
TEXTS = ("kind", "place", "article", "about", "evidence", "followed")


class PeriodForm(PublicForm):
    """From which day to which one."""

    begin = Day(_l("Du"))
    end = Day(_l("Au"))

    def is_right(self) -> bool:
        """Return whether the days that were asked for are days."""
        return not (self.begin.process_errors or self.end.process_errors)


class FileForm(PublicForm):
    """A small file that proves an act."""

    file = FileField(_l("Un fichier : PDF, JPEG ou PNG, 1 Mo au plus"))
