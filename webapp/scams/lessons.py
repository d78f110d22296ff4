"""Six lessons of one screen: what a trap looks like, and a question to try oneself."""

from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l


@dataclass(frozen=True)
class Lesson:
    """A picture, three or four short sentences, and a true or false question."""

    slug: str
    picture: str
    short: LazyString
    title: LazyString
    sentences: tuple[LazyString, ...]
    question: LazyString
    is_true: bool
    because: tuple[LazyString, ...]
    phone: str = ""  # who to call about this, as dialled
    phone_text: LazyString | None = None


LESSONS = (
    Lesson(
        "argent",
        "coin-euro",
        _l("L’argent"),
        _l("On ne paie pas pour travailler"),
        (
            _l("C’est le patron qui vous paie."),
            _l("On vous demande 50 € pour un dossier ? C’est une arnaque."),
            _l("Pareil pour une tenue, une formation, un coupon."),
        ),
        _l("Je paie 30 € pour la tenue. On me rembourse après. C’est normal."),
        False,
        (
            _l("Un employeur fournit la tenue."),
            _l("L’argent envoyé ne revient presque jamais."),
        ),
    ),
    Lesson(
        "papiers",
        "id-card",
        _l("Les papiers"),
        _l("Vos papiers, après la rencontre"),
        (
            _l("Avec vos papiers, on peut prendre un crédit à votre nom."),
            _l("Rencontrez d’abord la personne, sur le lieu de travail."),
            _l("Le RIB et la carte Vitale, c’est au moment du contrat."),
        ),
        _l("J’ai signé mon contrat. Le patron demande mon RIB. C’est normal."),
        True,
        (
            _l("Il faut un RIB pour vous payer."),
            _l("Jamais le numéro de la carte bancaire."),
        ),
    ),
    Lesson(
        "codes",
        "lock",
        _l("Les codes"),
        _l("Un code reste à vous"),
        (
            _l("Un code arrive par SMS. Il ouvre votre compte."),
            _l("Personne n’a besoin de ce code, sauf vous."),
            _l("Ni la banque, ni la Caf, ni France Travail."),
        ),
        _l("Ma banque m’appelle. Elle veut le code du SMS. Je le donne."),
        False,
        (
            _l("La vraie banque ne demande jamais ce code."),
            _l("Raccrochez. Appelez le numéro au dos de la carte."),
        ),
    ),
    Lesson(
        "liens",
        "screen",
        _l("Les liens"),
        _l("Un lien peut mentir"),
        (
            _l("Un lien peut imiter un site connu."),
            _l("Lisez la fin du nom : caf.fr n’est pas caf-aide.com."),
            _l("Le mieux : tapez l’adresse vous-même."),
        ),
        _l("Le lien contient « francetravail ». Donc c’est le vrai site."),
        False,
        (
            _l("Tout le monde peut mettre ce mot dans un lien."),
            _l("Le vrai site est francetravail.fr."),
        ),
    ),
    Lesson(
        "trop-beau",
        "gift",
        _l("Trop beau"),
        _l("C’est trop beau ?"),
        (
            _l("3 000 € par mois pour des « j’aime » : ça n’existe pas."),
            _l("On vous prend sans vous voir ? Demandez pourquoi."),
            _l("On vous presse ? Prenez votre temps."),
        ),
        _l("« Débutant accepté, formation payée » : c’est forcément une arnaque."),
        False,
        (
            _l("Beaucoup de vraies offres disent cela."),
            _l("Le piège, c’est quand on vous demande de payer."),
        ),
    ),
    Lesson(
        "harcelement",
        "message",
        _l("Les menaces"),
        _l("On vous menace ? Parlez-en"),
        (
            _l("On vous menace avec des photos ou des messages."),
            _l("Ne payez pas. Gardez des photos de l’écran."),
            _l("Ce n’est pas votre faute."),
            _l("Le 3018 aide les jeunes et leurs parents. C’est gratuit."),
        ),
        _l("Si je paie une fois, on me laisse tranquille."),
        False,
        (
            _l("Celui qui menace demande encore après."),
            _l("Bloquez-le, et appelez le 3018 ou le 116 006."),
        ),
        "3018",
        _l("Appeler le 3018"),
    ),
)
BY_SLUG = {lesson.slug: lesson for lesson in LESSONS}
ANSWERS = {"vrai": True, "faux": False}


def after(lesson: Lesson) -> Lesson | None:
    """Return the next lesson, None after the last."""
    number = LESSONS.index(lesson) + 1
    return LESSONS[number] if number < len(LESSONS) else None
