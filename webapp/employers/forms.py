"""What an employer sends at each step of an offer."""

from datetime import date
from typing import Any

from wtforms import BooleanField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, NumberRange

from webapp.employers import rules, words
from webapp.employers.fields import (
    Amount,
    Boxes,
    Count,
    Day,
    Lines,
    Paragraph,
    Pick,
    StepForm,
    Sure,
    Text,
    pairs,
)
from webapp.i18n import lazy_gettext as _l
from webapp.offers import wording
from webapp.offers.words import BRING, START
from webapp.scams import rules as scams

TOWN = _l("Commune ou code postal")
TOO_LONG = _l("C’est trop long : écrivez moins.")


class FamilyForm(StepForm):
    """A family of work, by its picture."""

    family = Pick(_l("Famille"), miss=_l("Touchez une image."))


class JobForm(StepForm):
    """An everyday job of the family."""

    job = Pick(_l("Métier"), miss=_l("Touchez un métier."))


class TasksForm(StepForm):
    """What the person will do."""

    tasks = Boxes(
        _l("Choisissez de 2 à 6 tâches"),
        least=2,
        most=6,
        miss=_l("Choisissez de 2 à 6 tâches."),
    )


class PlaceForm(StepForm):
    """Where the work is: here, elsewhere, in a private home, or around a town."""

    mode = Pick(_l("Où travaille la personne ?"))
    place_name = Text(
        _l("Nom du lieu, si c’est utile"),
        description=_l("Par exemple : mairie annexe, résidence des Tilleuls."),
        validators=[Length(max=120, message=TOO_LONG)],
    )
    address = Text(_l("Numéro et rue"), validators=[Length(max=200, message=TOO_LONG)])
    elsewhere_town = Text(TOWN, validators=[Length(max=100, message=TOO_LONG)])
    home_town = Text(TOWN, validators=[Length(max=100, message=TOO_LONG)])
    zone_town = Text(TOWN, validators=[Length(max=100, message=TOO_LONG)])
    insee = Pick(_l("Quelle commune ?"), miss=_l("Touchez la bonne commune."))
    zone_km = Pick(_l("Jusqu’à quelle distance ?"), coerce=int)
    way = Lines(
        _l("Comment venir, une étape par ligne"),
        description=_l("L’arrêt d’abord. Par exemple : Bus C3, arrêt La Soie. Puis 3 min à pied."),
    )

    unknown_town = False
    contract: str | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what the chosen kind of place needs, and no more."""
        if self.mode.data != "zone" and self.zone_km.data is None:  # not asked for
            self.zone_km.data = self.zone_km.choices[0].value
        if not self.insee.choices:
            self.insee.choices, self.insee.data = [SelectChoice("", "")], ""
        well = bool(super().validate(extra_validators))
        well = self.town_is_well() and self.is_fair() and well
        if self.mode.data == "elsewhere" and not (self.address.data or "").strip():
            well = self.miss("address", _l("Écrivez la rue, pour que l’on trouve le lieu."))
        return well

    def is_fair(self) -> bool:
        """Check the words that everyone will read."""
        for name, text in (("place_name", self.place_name.data), ("way", "\n".join(self.way.data))):
            harm = harm_in(text or "", self.contract)
            if harm:
                return self.miss(name, harm)
        return True

    def town(self) -> str:
        """Return the town that was written for the chosen kind of place."""
        name = f"{self.mode.data}_town"
        return (self[name].data or "") if name in self else ""

    def town_is_well(self) -> bool:
        """Check that the commune is known, where one is asked."""
        name = f"{self.mode.data}_town"
        if name not in self:
            return True
        if not self.town():
            return self.miss(name, _l("Écrivez la commune ou son code postal."))
        if self.unknown_town:
            return self.miss(name, _l("Cette commune est introuvable. Essayez son code postal."))
        return True


class ContractForm(StepForm):
    """The contract, its length, when it starts, for how many people."""

    contract = Pick(_l("Contrat"))
    months = Pick(_l("Durée du premier contrat"), coerce=int)
    start = Pick(_l("Début"), choices=[*pairs(START), SelectChoice("day", _l("Un jour précis"))])
    starts_on = Day(_l("Quel jour ?"))
    today = date.min
    positions = Count(
        _l("Nombre de places"),
        validators=[
            NumberRange(1, rules.MAX_POSITIONS, message=_l("Écrivez un nombre de 1 à 50."))
        ],
    )
    weekly_minutes: int | None = None
    kept: str | None = None  # the contract that was chosen before
    sure = Sure(_l("À confirmer"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for a day only where one was announced; ask once about a short CDDI."""
        if self.start.data != "day":
            self.leave_out("starts_on")
        if not super().validate(extra_validators):
            return False
        if self.start.data == "day" and not self.day_is_well():
            return False
        return self.contract.data == self.kept or self.week_is_meant()

    def week_is_meant(self) -> bool:
        """Ask about a CDDI under the usual least week, unless it was confirmed."""
        minutes = self.weekly_minutes
        short = rules.is_short_cddi(self.contract.data, minutes)
        return not short or self.is_sure(minutes, words.SHORT_CDDI)

    def day_is_well(self) -> bool:
        """Check the first day against today."""
        if self.starts_on.data is None:
            return self.miss("starts_on", _l("Choisissez le jour."))
        fault = rules.start_fault(self.starts_on.data, self.today)
        return fault is None or self.miss("starts_on", words.START_FAULTS[fault])


class PayForm(StepForm):
    """The pay of an hour before deductions: the legal minimum, another amount, or a range."""

    mode = Pick(_l("Salaire d’une heure, avant retenues"))
    amount = Amount(_l("Salaire d’une heure, en euros"))
    low = Amount(_l("Au moins, en euros"))
    high = Amount(_l("Au plus, en euros"))
    smic = 0  # cents, today
    contract: str | None = None
    insee: str | None = None
    kept = 0  # cents: the highest pay that was said before
    sure = Sure(_l("À confirmer"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the amounts that were asked for; ask once about one that is very high."""
        if not super().validate(extra_validators) or not self.amounts_are_well():
            return False
        high = max(filter(None, self.cents()))
        usual = high == self.kept or not rules.is_high_pay(high, self.smic)
        return usual or self.is_sure(high, words.high_pay(high))

    def amounts_are_well(self) -> bool:
        """Check the amounts of the chosen way."""
        if self.mode.data == rules.RANGE:
            return self.range_is_well()
        return self.mode.data == "smic" or self.amount_is_well(self.amount)

    def amount_is_well(self, field: Amount) -> bool:
        """Check one amount against sense and the law."""
        if field.fault:
            return self.miss(field.short_name, words.AMOUNT_FAULTS[field.fault])
        if rules.pay_fault(field.data, self.smic, contract=self.contract, insee=self.insee):
            return self.miss(field.short_name, words.under_smic(self.smic))
        return True

    def range_is_well(self) -> bool:
        """Check the highest amount, and that it is the highest."""
        well = self.amount_is_well(self.low) and self.amount_is_well(self.high)
        if well and self.high.data < self.low.data:
            return self.miss("high", _l("Écrivez ici le salaire le plus haut."))
        return well

    def cents(self) -> tuple[int, int | None]:
        """Return the pay, and the highest where it is a range."""
        if self.mode.data == "smic":
            return self.smic, None
        if self.mode.data == rules.RANGE:
            return self.low.data, self.high.data
        return self.amount.data, None


class NeedsForm(StepForm):
    """What the work asks for, what is taught on the spot, what to bring."""

    experience = Pick(_l("Expérience"), choices=pairs(words.EXPERIENCE))
    licence = Pick(_l("Permis de conduire"), choices=pairs(words.LICENCE))
    french = Pick(_l("Français"), choices=pairs(words.FRENCH))
    french_taught = BooleanField(_l("Nous aidons à apprendre le français"))
    carrying = Pick(_l("Poids à porter"), choices=pairs(words.CARRYING))
    posture = Pick(_l("Le corps"), choices=pairs(words.POSTURE))
    screen = Pick(_l("Ordinateur ou téléphone"), choices=pairs(words.SCREEN))
    bring = Boxes(_l("À apporter le premier jour"), choices=pairs(BRING))

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask which is meant where people are told to bring nothing, and something as well."""
        well = bool(super().validate(extra_validators))
        if not rules.nothing_and_more(self.bring.data):
            return well
        return self.miss(
            "bring", _l("« Rien » et autre chose à apporter : gardez l’un ou l’autre.")
        )


class WordsForm(StepForm):
    """The employer's own words."""

    words = Paragraph(
        _l("Vos mots, si vous voulez"),
        description=_l("500 signes au plus. L’équipe, l’ambiance, ce que l’on apprend."),
        validators=[Length(max=500, message=_l("500 signes au plus : enlevez quelques mots."))],
    )
    contract: str | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse words that trap people or keep them out, saying what to write instead."""
        if not super().validate(extra_validators):
            return False
        harm = harm_in(self.words.data, self.contract)
        return harm is None or self.miss("words", harm)


def harm_in(text: str, contract: str | None) -> str | None:
    """Return what to change in words that trap people or keep them out, None when all is well."""
    verdict = scams.check(text, "offer_form")
    if verdict.level == scams.Level.STOP:
        return words.trap(verdict.signs[0].quote)
    unfair = [one for one in wording.check(text, contract=contract) if one.level == wording.STOP]
    return words.unfair(unfair[0]) if unfair else None
