"""What an adviser writes beside a person."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, StringField
from wtforms.validators import AnyOf, Length

from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.card_forms import CodeField as CardCodeField
from webapp.accounts.cards import Shown
from webapp.accounts.fields import CodeField, MobileField
from webapp.forms import FirstNameField, PhoneField, PublicForm, choices, tidy_name
from webapp.i18n import LANGUAGES
from webapp.i18n import lazy_gettext as _l
from webapp.people import words
from webapp.people.enums import Checked

NOW, LATER, NO = "code", "sms", "no"
CHECKS = {
    Checked.BIRTHDAY: _l("Son jour de naissance"),
    Checked.CARD: _l("Sa carte"),
    Checked.PAPERS: _l("Une pièce d’identité vue"),
    Checked.KNOWN: _l("Je connais cette personne"),
}
LOST, KEPT = "lost", "kept"
ONE = _l("Touchez une des réponses.")


def one_of(
    label: object, labels: Mapping[Any, object], default: str | None = None, missing: object = ONE
) -> RadioField:
    """Return a question with one answer among some; `missing` says kindly that there is none."""
    return RadioField(
        label,
        choices=choices(labels),
        default=default,
        validate_choice=False,
        validators=[AnyOf(list(map(str, labels)), message=missing)],
    )


class RegisterForm(PublicForm):
    """Write someone down: the fewest facts, and what they agree to."""

    first_name = FirstNameField(_l("Prénom"))
    last_name = StringField(
        _l("Nom"),
        description=_l("Si la personne veut le donner"),
        filters=[lambda typed: tidy_name(typed or "")],
        validators=[Length(max=60, message=_l("C’est trop long : écrivez seulement le nom."))],
    )
    phone = PhoneField(_l("Téléphone"))
    no_phone = BooleanField(_l("Pas de téléphone : un lieu d’aide prend les messages"))
    birthday = BirthdayField(
        _l("Jour de naissance"),
        description=_l("Le jour et le mois. Pour la carte, et pour retrouver la fiche."),
        required=False,
    )
    language = one_of(_l("Langue des pages"), {key: one.name for key, one in LANGUAGES.items()}, "")
    days = one_of(_l("Accord demandé à voix haute, pour"), words.LENGTHS, "365")
    way = one_of(
        _l("Comment la personne dit oui"),
        {
            NOW: _l("Avec un code, lu sur son téléphone"),
            LATER: _l("Plus tard, par SMS : OUI ou NON"),
            NO: _l("Pas d’accord demandé aujourd’hui"),
        },
        NOW,
    )

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a number, unless there is none."""
        if self.no_phone.data:
            self.phone.data, self.phone.process_errors = None, []
        return bool(super().validate(extra_validators))


class SixForm(PublicForm):
    """Six digits that the person reads aloud."""

    code = CodeField(_l("Les 6 chiffres que la personne lit"))
    carried = HiddenField()


class ChooseForm(PublicForm):
    """Which of the records found is this person's, or a new one."""

    who = RadioField(_l("Est-ce une de ces personnes ?"), validate_choice=False)
    carried = HiddenField()

    def propose(self, labels: Mapping[str, object]) -> None:
        """Propose these records."""
        self.who.choices = choices(labels)
        self.who.validators = [AnyOf(list(labels), message=ONE)]


class AgreeForm(PublicForm):
    """How long the organisation may look, and how the person says yes."""

    days = one_of(_l("Durée de l’accord"), words.LENGTHS, "365")
    way = one_of(
        _l("Comment la personne dit oui"),
        {NOW: _l("Avec un code, lu sur son téléphone"), LATER: _l("Par SMS : OUI ou NON")},
        NOW,
    )


class CardHereForm(PublicForm):
    """A person shows their card: what opens it, and how long the organisation may look."""

    code = CardCodeField(_l("Le code de la carte"), description=_l("8 lettres et chiffres"))
    first_name = FirstNameField(_l("Prénom de la personne"))
    birthday = BirthdayField(_l("Jour de naissance"))
    days = one_of(_l("Durée de l’accord"), words.LENGTHS, "1")

    @property
    def shown(self) -> Shown:
        """What is shown to open the card."""
        return Shown(str(self.code.data), str(self.first_name.data), str(self.birthday.data))


class NumberForm(PublicForm):
    """A new number, and how the adviser knows that it is this person."""

    phone = MobileField(_l("Nouveau numéro de portable"))
    checked = one_of(
        _l("Comment savez-vous que c’est cette personne ?"),
        CHECKS,
        missing=_l("Dites comment vous savez que c’est cette personne."),
    )
    birthday = BirthdayField(_l("Jour de naissance"), required=False)
    card = StringField(_l("Le code de la carte"), validators=[Length(max=60)])
    old = one_of(
        _l("Son ancien téléphone"),
        {
            LOST: _l("Perdu ou volé : fermer ce qui y est ouvert"),
            KEPT: _l("Toujours avec la personne : le laisser ouvert"),
        },
        missing=_l("Dites ce qu’est devenu l’ancien téléphone."),
    )

    def offer(self, *, birthday: bool, card: bool) -> None:
        """Propose only what can be checked: a birthday or a card that the record has."""
        without = {Checked.BIRTHDAY: not birthday, Checked.CARD: not card}
        self.checked.choices = choices(
            {key: label for key, label in CHECKS.items() if not without.get(key)}
        )


class OtherNumberForm(PublicForm):
    """Another number that the person has, under which a second record may be."""

    phone = MobileField(_l("L’autre numéro de la personne"))


class MergeForm(PublicForm):
    """The number that stays, and that the person is here and agrees."""

    phone = RadioField(_l("Le numéro qui reste"), validate_choice=False)
    here = BooleanField(_l("La personne est avec moi et elle est d’accord"))
    carried = HiddenField()


class CardMakeForm(PublicForm):
    """The day of birth, where it is not known yet."""

    birthday = BirthdayField(_l("Jour de naissance"))


def wrong(form: FlaskForm, name: str, words_: object) -> None:
    """Say under one question that its answer does not do."""
    form[name].errors = [*form[name].errors, str(words_)]
