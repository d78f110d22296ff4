"""What the page of components shows: invented, but as long and as awkward as in real life."""

from types import SimpleNamespace

from wtforms import BooleanField, Form, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput

from webapp.phones import Phone

PICTURES = {"morning": "sunrise", "noon": "sun", "evening": "sunset"}
WORK = {"cleaning": "broom", "kitchen": "pot", "green": "spade-fork"}
WEEK = (
    ("Matin", (True, True, True, True, True, False, False)),
    ("Après-midi", (False, False, True, False, False, False, False)),
)
STEPS = (
    ("done", "Envoyée lundi"),
    ("now", "Karim vous appelle avant jeudi"),
    ("next", "Réponse"),
)


class ExampleForm(Form):  # type: ignore[misc]  # the library has no types
    """One of each kind of question."""

    first_name = StringField("Votre prénom", validators=[DataRequired("Écrivez un prénom.")])
    phone = StringField("Votre numéro de téléphone", description="Comme 06 39 98 12 34.")
    moment = SelectMultipleField(
        "Si vous voulez : quand ?",
        option_widget=CheckboxInput(),
        choices={"morning": "Matin", "noon": "Midi", "evening": "Soir"},
    )
    family = RadioField(
        "Quel travail ?",
        default="kitchen",
        choices={"cleaning": "Ménage", "kitchen": "Cuisine", "green": "Jardins"},
    )
    other = BooleanField("Je remplis pour quelqu’un")
    words = TextAreaField("Vos mots", description="500 signes au plus.")


def filled() -> ExampleForm:
    """Return the form as it looks when its first question has no answer."""
    form = ExampleForm()
    form.validate()
    return form


def card(**changes: object) -> SimpleNamespace:
    """Return an offer card like the one of a real offer."""
    usual: dict[str, object] = {
        "url": "#main",
        "picture": "broom",
        "job": "Ménage dans des bureaux",
        "employer": "Les Ateliers du Canal",
        "distance": SimpleNamespace(metres=1200, walk_minutes=15),
        "distance_text": "à 1,2 km",
        "hours_text": "25 h par semaine, le matin",
        "pay_text": "12,31 € de l’heure",
        "contact_first_name": "Karim",
        "initials": "KB",
        "promised_days": 3,
        "many_requests": False,
        "to_confirm": False,
    }
    return SimpleNamespace(**{**usual, **changes})


CARDS = (
    card(),
    card(
        picture="washing-machine",
        job="Laver et plier le linge d’une maison de retraite",
        employer="Blanchisserie solidaire de la Rize et du Canal de Jonage",
        distance=SimpleNamespace(metres=12400, walk_minutes=None),
        distance_text="à 12 km",
        hours_text="De 20 à 35 h par semaine, week-end compris",
        contact_first_name="Marie-Bernadette",
        initials="MB",
        promised_days=1,
        many_requests=True,
    ),
)
CONTACT = SimpleNamespace(
    first_name="Karim",
    name="Karim Benali",
    role="Responsable d’équipe",
    initials="KB",
    phone=Phone("+33465710001"),
    when_text="du lundi au vendredi, de 9 h à 12 h",
    languages_text="français et arabe",
    promised_days=3,
)
REPLACEMENT = SimpleNamespace(first_name="Sonia", phone=Phone("+33465710002"))
CHOSEN = (
    ("Travail", "Ménage dans des bureaux", "#main"),
    ("Jours", "Du lundi au vendredi, de 6 h à 11 h", "#main"),
    ("Publiée", "Aujourd’hui", ""),
)
