"""What an employer sends about people: who answers, who in their place, who is away."""

from datetime import date
from typing import Any

from wtforms.validators import Length

from webapp.employers import rules, words
from webapp.employers.fields import Boxes, Day, Pick, StepForm, Text, TimeOfDay, day_choices, pairs
from webapp.employers.forms import TOO_LONG
from webapp.forms import FirstNameField, PhoneField
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import LANGUAGES


class PersonForm(StepForm):
    """Someone who answers: first name, phone, when to call, languages."""

    first_name = FirstNameField(_l("Prénom"))
    phone = PhoneField(_l("Téléphone"))
    role = Text(
        _l("Fonction"),
        description=_l("Par exemple : chef d’équipe."),
        validators=[Length(max=60, message=TOO_LONG)],
    )
    days = Boxes(_l("Jours où l’on peut appeler"), coerce=int, choices=day_choices())
    begin = TimeOfDay(_l("De"))
    end = TimeOfDay(_l("À"))
    languages = Boxes(_l("Langues parlées"), choices=pairs(LANGUAGES))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the person, and that the hours for calling make sense."""
        well = bool(super().validate(extra_validators))
        begin, end = self.begin.data, self.end.data
        if (begin is None) != (end is None) or (begin is not None and begin >= (end or 0)):
            well = self.miss(
                "begin", _l("Dites de quelle heure à quelle heure, comme 9:00 et 17:00.")
            )
        return well


class ContactForm(StepForm):
    """Who answers, who takes their place, and how fast."""

    contact = Pick(_l("Qui répond aux personnes ?"), miss=_l("Choisissez qui répond."))
    backup = Pick(
        _l("Qui répond en cas d’absence ?"),
        description=_l("Une autre personne, pour que personne n’attende."),
        miss=_l("Choisissez qui remplace."),
    )
    promised_days = Pick(
        _l("Vous promettez une réponse en combien de jours de travail ?"),
        choices=pairs(words.PROMISES),
        coerce=int,
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Make room for the forms of people who are new, by their role."""
        super().__init__(*args, **settings)
        self.people: dict[str, PersonForm] = {}

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that two people are named, and who is new."""
        new = [form for role, form in self.people.items() if self[role].data == "new"]
        checked = {form: form.validate() for form in new}  # each says what it lacks
        well = all(checked.values())
        if not super().validate(extra_validators) or not well:
            return False
        if self.contact.data == self.backup.data != "new":
            return self.miss("backup", _l("Choisissez une autre personne que le contact."))
        return True


class AbsenceForm(StepForm):
    """Until when someone is away."""

    until = Day(_l("Jusqu’au"), description=_l("Ce jour compris."))
    today = date.min

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the day against today."""
        if not super().validate(extra_validators):
            return False
        if self.until.data is None:
            return self.miss("until", _l("Choisissez le jour."))
        fault = rules.start_fault(self.until.data, self.today)
        return fault is None or self.miss("until", words.START_FAULTS[fault])
