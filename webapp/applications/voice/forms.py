"""What people send without scripts: a recording of their phone, or two sentences."""

from flask_wtf.file import FileField
from wtforms import TextAreaField
from wtforms.validators import Length

from webapp.applications.voice.rules import LONGEST_TEXT
from webapp.forms import PublicForm
from webapp.i18n import lazy_gettext as _l


class SoundForm(PublicForm):
    """A recording made by the phone itself."""

    sound = FileField(_l("Enregistrez votre voix"), description=_l("1 minute au plus."))

    def recording(self) -> bytes:
        """Return what was recorded; where nothing was, say so beside the field."""
        found: bytes = self.sound.data.read() if self.sound.data else b""
        if not found:
            self.sound.errors = [_l("Touchez ici pour enregistrer.")]
        return found


class TextForm(PublicForm):
    """Two sentences instead."""

    text = TextAreaField(
        _l("Écrivez deux phrases"),
        description=_l("Qui vous êtes, ce que vous savez faire, quand vous êtes libre."),
        validators=[Length(max=LONGEST_TEXT, message=_l("C’est trop long : 300 lettres au plus."))],
    )

    def words(self) -> str:
        """Return what was written; where nothing was, say so beside the field."""
        found = " ".join((self.text.data or "").split())
        if not found and not self.text.errors:
            self.text.errors = [_l("Écrivez une phrase ici.")]
        return found if not self.text.errors else ""
