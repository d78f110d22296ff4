"""What a lead writes: an account, the structure, its sites, when it is open, who is away."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms.fields import SelectChoice
from wtforms.validators import Length

from webapp.employers import rules as week_rules
from webapp.employers.entry import KeptAddress
from webapp.employers.fields import Day, Paragraph, Pick, StepForm, Text, only
from webapp.employers.people_forms import PersonForm
from webapp.employers.week_form import WeekForm
from webapp.forms import FirstNameField, PhoneField
from webapp.i18n import lazy_gettext as _l
from webapp.organisations import rules, words

TOO_LONG = _l("C’est trop long : écrivez moins.")


class OptionalPhone(PhoneField):
    """A phone number that may stay empty."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number, if there is one."""
        self.data = None
        if valuelist and valuelist[0].strip():
            super().process_formdata(valuelist)


class MemberForm(StepForm):
    """An account of the structure."""

    first_name = FirstNameField(_l("Prénom"))
    last_name = Text(_l("Nom"), validators=[Length(max=60, message=TOO_LONG)])
    email = KeptAddress(
        _l("Adresse e-mail"), description=_l("C’est par elle que la personne entre.")
    )
    role = Pick(_l("Que peut faire cette personne ?"))
    function = Text(
        _l("Fonction"),
        description=_l("Par exemple : conseillère, encadrant."),
        validators=[Length(max=60, message=TOO_LONG)],
    )
    phone = OptionalPhone(_l("Téléphone, si vous voulez"))


class TownForm(StepForm):
    """A place: its street and its commune, in any words; several that resemble are shown."""

    address = Text(_l("Numéro et rue"), validators=[Length(max=200, message=TOO_LONG)])
    town = Text(_l("Commune ou code postal"), validators=[Length(max=100, message=TOO_LONG)])
    insee = Pick(_l("Quelle commune ?"), miss=_l("Touchez la bonne commune."))
    unknown_town = False

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that the commune is known."""
        if not self.insee.choices:
            self.insee.choices, self.insee.data = [SelectChoice("", "")], ""
        well = bool(super().validate(extra_validators))
        if not (self.town.data or "").strip():
            return self.miss("town", _l("Écrivez la commune ou son code postal."))
        if self.unknown_town:
            return self.miss(
                "town", _l("Nous ne trouvons pas cette commune. Écrivez-la autrement.")
            )
        return well


class SiteForm(TownForm):
    """A place with its name."""

    name = Text(_l("Nom"), validators=[Length(max=120, message=TOO_LONG)])
    phone = OptionalPhone(_l("Téléphone"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that there is a name."""
        well = super().validate(extra_validators)
        return well if self.name.data else self.miss("name", _l("Écrivez un nom."))


class FactsForm(SiteForm):
    """What a structure says of itself."""

    about = Paragraph(
        _l("Ce que vous faites, en une ou deux phrases"),
        validators=[Length(max=300, message=TOO_LONG)],
    )


class HoursForm(WeekForm):
    """When a place is open."""

    USUAL = week_rules.QUICK_WEEKS["day"]

    def __init__(self, hours: Sequence[Sequence[int]] = ()) -> None:
        """Show the kept hours."""
        known = [slot for slot in hours if len(slot) == 3]
        week = known or self.USUAL
        super().__init__(data={"mode": mode_of(known), **week_rules.week_fields(week)})
        self.mode.label.text = _l("Quand est-ce ouvert ?")
        self.mode.choices = only(words.OPENINGS, words.OPENINGS)

    def hours_are_well(self) -> bool:
        """Check the hours of the chosen way; a place may be open for more than a week of work."""
        if self.mode.data == "unknown":
            return True
        if any((begin is None) != (end is None) for _day, begin, end in self.typed()):
            return self.miss("mode", words.OPENING_FAULTS["half"])
        if not self.week():
            return self.miss("mode", words.OPENING_FAULTS["empty"])
        fault = rules.opening_fault([(one.day, one.begin, one.end) for one in self.week()])
        return fault is None or self.miss("mode", words.OPENING_FAULTS[fault])

    def is_meant(self) -> bool:
        """Ask nothing more."""
        return True

    def slots(self) -> list[list[int]]:
        """Return the hours as they are stored."""
        return [list(one) for one in self.week()]


def mode_of(hours: Sequence[Sequence[int]]) -> str:
    """Return the way in which kept hours are said."""
    if not hours:
        return "unknown"
    mode = week_rules.week_choice(hours, "", None)
    return mode if mode in words.OPENINGS else week_rules.EACH


class AwayForm(StepForm):
    """From when until when someone with an account is away, and who takes their place."""

    begin = Day(_l("Du"))
    until = Day(_l("Au"), description=_l("Ce jour compris."))
    backup = Pick(_l("Qui remplace ?"))
    today = date.min

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the days against today."""
        if not super().validate(extra_validators):
            return False
        fault = rules.absence_fault(self.begin.data, self.until.data, self.today)
        return fault is None or self.miss(
            "begin" if fault == "begin" else "until", words.ABSENCE_FAULTS[fault]
        )


class AnswersForm(PersonForm):
    """Someone who answers for the structure, with their last name."""

    last_name = Text(_l("Nom"), validators=[Length(max=60, message=TOO_LONG)])
