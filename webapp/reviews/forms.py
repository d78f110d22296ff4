"""Why an offer is refused: a reason of the list, and words for its employer."""

from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.validators import Length

from webapp.forms import PublicForm, choices
from webapp.i18n import lazy_gettext as _l
from webapp.reviews import words

LONGEST = 200  # signs


class RefuseForm(PublicForm):
    """A reason, and what to change."""

    reason = RadioField(
        _l("Pourquoi refuser cette offre ?"), choices=choices(words.REASONS), validate_choice=False
    )
    more = TextAreaField(
        _l("Un mot pour l’employeur"),
        description=_l("Ce qu’il peut changer. Il le lit."),
        validators=[Length(max=LONGEST, message=_l("Écrivez un mot plus court."))],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that a reason is said, in one's own words where none of the list fits."""
        well = bool(super().validate(extra_validators))
        if self.reason.data not in words.REASONS:
            return self.miss(self.reason, _l("Touchez une raison."))
        if self.reason.data == "other" and not (self.more.data or "").strip():
            return self.miss(self.more, _l("Écrivez la raison, pour que l’employeur la lise."))
        return well

    def miss(self, field: Any, text: object) -> bool:
        """Say what is missing in a field."""
        field.errors = [text]
        return False

    def told(self) -> str:
        """Return what the employer reads."""
        more = " ".join((self.more.data or "").split())
        listed = "" if self.reason.data == "other" else str(words.REASONS[self.reason.data])
        return f"{listed} {more}".strip()
