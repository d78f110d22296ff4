"""What professionals write about a request for help, and what a structure answers for."""

from collections.abc import Mapping, Sequence

from wtforms import BooleanField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from webapp.accounts.models import Account
from webapp.employers.fields import Paragraph
from webapp.forms import PublicForm, choices
from webapp.helping.desk_words import FOR_NEEDS, REACHES
from webapp.helping.enums import Need, Reach
from webapp.helping.models import Responsibility
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l

EMPTY = _l("Écrivez quelques mots.")


class NoteForm(PublicForm):
    """Some words on what was done."""

    text = Paragraph(
        _l("Ce qui a été fait"),
        description=_l("Pas de santé, pas de justice, pas de logement ici."),
        validators=[Length(min=1, message=EMPTY), Length(max=500, message=_l("Écrivez moins."))],
    )
    shown = BooleanField(_l("La personne peut lire cette note"))


class GiveForm(PublicForm):
    """The colleague who is to answer."""

    to = SelectField(_l("Confier à"))

    def propose(self, colleagues: Sequence[Account]) -> None:
        """Propose these colleagues."""
        self.to.choices = [SelectChoice(one.public_id, named(one)) for one in colleagues]


class HelpTableForm(PublicForm):
    """For each need: whether the structure answers, how far, and who is told first."""

    def rows(self) -> list[tuple[Need, SelectField, SelectField]]:
        """Return each need with its two questions."""
        return [(need, self[f"reach-{need}"], self[f"account-{need}"]) for need in Need]

    def propose(self, team: Sequence[Account], kept: Mapping[Need, Responsibility]) -> None:
        """Propose the team, and show what is kept."""
        people = [
            SelectChoice("", _("Toute l’équipe")),
            *(SelectChoice(one.public_id, named(one)) for one in team),
        ]
        for need, reach, account in self.rows():
            account.choices = people
            mine = kept.get(need)
            if mine is not None and not self.is_submitted():
                reach.data = mine.reach
                account.data = mine.account.public_id if mine.account else ""

    def wanted(self, team: Sequence[Account]) -> dict[Need, tuple[Reach, Account | None]]:
        """Return what the structure answers for."""
        people = {one.public_id: one for one in team}
        return {
            need: (Reach(reach.data), people.get(account.data))
            for need, reach, account in self.rows()
            if reach.data
        }


for one_need, label in FOR_NEEDS.items():
    setattr(HelpTableForm, f"reach-{one_need}", SelectField(label, choices=choices(REACHES)))
    setattr(HelpTableForm, f"account-{one_need}", SelectField(_l("Qui est prévenu")))


def named(account: Account) -> str:
    """Return who works here, by name and function."""
    name = f"{account.first_name} {account.last_name}".strip()
    return f"{name}, {account.function}" if account.function else name
