"""What a person sends about their path."""

from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length

from webapp.forms import PublicForm
from webapp.i18n import lazy_gettext as _l
from webapp.pathways.enums import Said

LONGEST = 500  # signs


class AnswerForm(PublicForm):
    """The answer to an exit review: signed or not, and a remark."""

    remark = TextAreaField(
        _l("Votre remarque, si vous voulez"),
        description=_l("Elle reste avec le bilan : ceux qui le lisent la voient."),
        filters=[lambda text: (text or "").strip()],
        validators=[Length(max=LONGEST, message=_l("Écrivez un mot plus court."))],
    )
    said = HiddenField()
    version = HiddenField()

    @property
    def answer(self) -> Said | None:
        """What was pressed."""
        return Said(self.said.data) if self.said.data in set(Said) else None

    @property
    def seen(self) -> int:
        """The version that was on the screen."""
        return int(self.version.data) if str(self.version.data or "").isdecimal() else 0
