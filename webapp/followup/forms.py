"""What an adviser writes about a person's path."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SearchField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length

from webapp.accounts.birthdays import BirthdayField
from webapp.accounts.enums import Place
from webapp.accounts.models import Account
from webapp.followup import rules
from webapp.followup.enums import Contact, Readers
from webapp.followup.notes import LONGEST
from webapp.forms import PublicForm, choices
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import joined
from webapp.people.enums import Checked

PERSON = "person"
READERS = {
    Readers.MINE: _l("Moi"),
    Readers.ORGANISATION: _l("Ma structure"),
    Readers.SHARED: _l("Tous ceux que la personne a choisis"),
    Readers.PERSON: _l("Lu avec la personne : elle le voit aussi"),
}
NEWS = {
    Contact.CALL: _l("Par téléphone"),
    Contact.MEETING: _l("En face"),
    Contact.MESSAGE: _l("Par message"),
    Contact.NO_ANSWER: _l("Appel sans réponse"),
}
CHECKS = {
    Checked.BIRTHDAY: _l("Son jour de naissance"),
    Checked.CARD: _l("Sa carte"),
    Checked.PAPERS: _l("Une pièce d’identité vue"),
    Checked.KNOWN: _l("Je connais cette personne"),
}
ONE = _l("Touchez une des réponses.")


def one_of(label: object, labels: Any, default: object = None) -> RadioField:
    """Return a question with one answer among some."""
    return RadioField(
        label,
        choices=choices(labels),
        default=default,
        validate_choice=False,
        validators=[AnyOf([str(key) for key in labels], message=ONE)],
    )


class FindForm(PublicForm):
    """First letters of a name, or digits of a number."""

    typed = SearchField(_l("Trouver une personne"), description=_l("Prénom, nom ou téléphone"))


class CarefulForm(PublicForm):
    """A text in which words of health or justice are looked at again before it is kept."""

    readers: RadioField
    sure = BooleanField(_l("J’ai relu : ces mots ne disent rien de la santé ni de la justice"))
    version = HiddenField(default="0")

    def written(self) -> str:
        """Return the text that is written."""
        raise NotImplementedError

    def narrow(self, *, opened: bool) -> None:
        """Propose readers of one's own structure alone, where the follow-up is not open to it."""
        if opened:
            return
        labels = {key: READERS[key] for key in (Readers.MINE, Readers.ORGANISATION)}
        self.readers.choices = choices(labels)
        self.readers.validators = [AnyOf([str(key) for key in labels], message=ONE)]
        if not self.is_submitted() and self.readers.data not in labels:
            self.readers.data = Readers.ORGANISATION

    @property
    def doubts(self) -> list[str]:
        """The words to look at again; none once someone said that they had."""
        return [] if self.sure.data else rules.to_look_at_again(self.written())

    @property
    def doubts_text(self) -> str:
        """The same words, as they are shown."""
        return joined([f"«\N{NO-BREAK SPACE}{word}…\N{NO-BREAK SPACE}»" for word in self.doubts])

    def validate(self, extra_validators: object = None) -> bool:
        """Ask to look again at some words, once."""
        valid = bool(super().validate(extra_validators))
        if self.doubts:
            self.sure.errors = [_("Relisez le texte, puis cochez ici ou changez-le.")]
        return valid and not self.doubts

    @property
    def read_at(self) -> int:
        """The version that was read."""
        typed = str(self.version.data or "")
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


class NoteForm(CarefulForm):
    """A note, and who reads it."""

    text = TextAreaField(
        _l("Note"),
        description=_l("Des faits utiles au parcours. Rien sur la santé ni la justice."),
        validators=[
            InputRequired(message=_l("Écrivez la note.")),
            Length(max=LONGEST, message=_l("C’est trop long : 2 000 signes au plus.")),
        ],
    )
    readers = one_of(_l("Qui la lit"), READERS, Readers.ORGANISATION)

    def written(self) -> str:
        """Return the note."""
        return self.text.data or ""


class SealedForm(PublicForm):
    """A text to be sealed."""

    text = TextAreaField(
        _l("Ce qu’il faut savoir pour l’aider"),
        description=_l("Peu de mots, lus avec la personne. Vide : rien n’est gardé."),
        validators=[Length(max=LONGEST, message=_l("C’est trop long : 2 000 signes au plus."))],
    )
    version = HiddenField(default="")


class TaskForm(CarefulForm):
    """A next step: what, who, before when."""

    title = StringField(
        _l("Étape"),
        description=_l("Un verbe et peu de mots : « Faire la carte de bus »"),
        validators=[
            InputRequired(message=_l("Écrivez ce qu’il y a à faire.")),
            Length(max=120, message=_l("C’est trop long : 120 signes au plus.")),
        ],
    )
    owner = RadioField(_l("Qui le fait"), validate_choice=False)
    due_on = StringField(_l("Avant le"), validators=[InputRequired(message=_l("Dites un jour."))])
    readers = one_of(_l("Qui lit cette étape"), READERS, Readers.SHARED)

    def written(self) -> str:
        """Return what is to be done."""
        return self.title.data or ""

    def propose(self, first_name: str, owners: Sequence[Account]) -> None:
        """Propose the person, then who follows them."""
        labels = {PERSON: _("%(name)s : c’est proposé, et la personne répond", name=first_name)}
        labels |= {one.public_id: name_of(one) for one in owners}
        self.owner.choices = choices(labels)
        self.owner.validators = [AnyOf(list(labels), message=ONE)]

    def validate_due_on(self, field: StringField) -> None:
        """Read the day; say kindly when it is none, or too far."""
        if self.day is None:
            raise ValueError(_("Écrivez un jour à venir, comme 2026-12-24."))

    @property
    def day(self) -> date | None:
        """The day before which it is to be done."""
        try:
            return date.fromisoformat((self.due_on.data or "").strip())
        except ValueError:
            return None


def name_of(account: Account) -> str:
    """Return a professional with their structure."""
    return f"{account.first_name} {account.last_name}".strip() + f", {account.organisation.name}"


class NewsForm(PublicForm):
    """How there was news of a person."""

    way = one_of(_l("J’ai eu des nouvelles"), NEWS)


class TogetherForm(PublicForm):
    """How I know who sits here, and on which screen we look."""

    place = one_of(
        _l("Où regardez-vous ensemble ?"),
        {
            Place.SCREEN: _l("Sur mon écran"),
            Place.PHONE: _l("Sur son téléphone, avec un carré à viser"),
        },
        Place.SCREEN,
    )
    checked = one_of(_l("Comment savez-vous que c’est cette personne ?"), CHECKS)
    birthday = BirthdayField(_l("Jour de naissance"), required=False)
    card = StringField(_l("Le code de la carte"), validators=[Length(max=60)])

    def offer(self, *, birthday: bool, card: bool) -> None:
        """Propose only what can be checked: a birthday or a card that the record has."""
        without = {Checked.BIRTHDAY: not birthday, Checked.CARD: not card}
        labels = {key: label for key, label in CHECKS.items() if not without.get(key)}
        self.checked.choices = choices(labels)
        if not card:
            del self.card


class HandOverForm(PublicForm):
    """Whose people go to whom."""

    giver = RadioField(_l("Les personnes de"), validate_choice=False)
    taker = RadioField(_l("Vont à"), validate_choice=False)

    def propose(self, givers: Any, takers: Any) -> None:
        """Propose who has people, and who works here."""
        for field, labels in ((self.giver, givers), (self.taker, takers)):
            field.choices = choices(labels)
            field.validators = [AnyOf(list(map(str, labels)), message=ONE)]
