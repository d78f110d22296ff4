"""What people send: a message, a share from another application, a problem with an offer."""

from flask_wtf.file import FileField
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, Length

from webapp.forms import PublicForm, choices
from webapp.i18n import lazy_gettext as _l
from webapp.scams import pictures_of_text
from webapp.scams.display import REASONS

NOTHING = "nothing"
NOT_READ = {
    NOTHING: _l("Collez le message ici, ou écrivez le numéro."),
    "absent": _l("Ici, on ne lit pas les photos. Copiez le texte du message."),
    "kind": _l("Ce n’est pas une photo d’écran. Choisissez-en une, ou copiez le texte."),
    "pixels": _l("Cette photo est trop grande. Coupez-la, ou copiez le texte."),
    "busy": _l("La lecture prend trop de temps. Copiez le texte, ou essayez plus tard."),
    "empty": _l("Nous n’avons pas trouvé de mots sur la photo. Copiez le texte."),
}


class CheckForm(PublicForm):
    """A message as it was copied, or the picture of a screen."""

    text = TextAreaField(
        _l("Le message, le lien ou le numéro"),
        description=_l("Appuyez longtemps ici, puis touchez « Coller »."),
    )
    picture = FileField(
        _l("Ou une photo de l’écran"), description=_l("Une capture d’écran du message.")
    )

    def said(self) -> str:
        """Return what was typed, without the empty space around it."""
        return (self.text.data or "").strip()

    def words_of_picture(self) -> str:
        """Return what the picture says, nothing without one; raise NotRead with the reason."""
        if not self.picture.data:
            return ""
        return pictures_of_text.read(self.picture.data.read())

    def tell(self, problem: str) -> None:
        """Say beside the field what keeps us from reading, by a key of NOT_READ."""
        field = self.text if problem in (NOTHING, "absent") else self.picture
        field.errors = [NOT_READ[problem]]


class ShareForm(CheckForm):
    """What another application shares: the names are those of the manifest."""

    title = StringField()
    url = StringField()
    picture = FileField(name="image")

    def said(self) -> str:
        """Return each thing shared once, on a line of its own."""
        lines: list[str] = []
        for field in (self.title, self.text, self.url):
            line = (field.data or "").strip()
            if line and not any(line in known for known in lines):
                lines.append(line)
        return "\n".join(lines)


class ReportForm(PublicForm):
    """What is wrong with an offer: nothing about who says it."""

    reason = RadioField(
        _l("Que se passe-t-il ?"),
        choices=choices(REASONS),
        validate_choice=False,
        validators=[AnyOf(list(REASONS), message=_l("Touchez une des réponses."))],
    )
    words = TextAreaField(
        _l("Avec vos mots, si vous voulez"),
        description=_l("Pas de nom, pas de numéro : on n’en a pas besoin."),
        filters=[lambda typed: (typed or "").replace("\r\n", "\n").strip()],
        validators=[Length(max=500, message=_l("C’est un peu long. Gardez l’essentiel."))],
    )


class TellForm(PublicForm):
    """A message to report, which its reader may shorten first."""

    text = TextAreaField(
        _l("Le message à signaler"),
        id="told",  # the page holds the message under `text` too
        description=_l("Effacez votre nom s’il y est. Laissez le numéro de l’arnaque."),
    )
