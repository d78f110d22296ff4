"""What the pages say: the answer about a message, made from its verdict; reasons to report."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l
from webapp.scams.language import is_understood
from webapp.scams.rules import LONGEST, Found, Level, Sign, Verdict, check
from webapp.scams.words import SIGN_WORDS

MOST_QUOTES = 5  # cards in sight; the weightiest signs come first
MOST_ACTS = 2
LONGEST_SMS = 600  # characters: four parts, what phones send without asking
LINK = re.compile(r"\S+[./]\S+")
LONGEST_SHOWN = 3000  # characters of the text shown again

REASONS = {
    "money": _l("On m’a demandé de l’argent"),
    "papers": _l("On m’a demandé mes papiers trop tôt"),
    "false": _l("Ce n’est pas le travail de l’offre"),
    "over": _l("Le travail n’existe plus"),
    "unfair": _l("On m’a mal parlé ou écarté"),
    "other": _l("Autre chose"),
}

TITLES = {
    Level.STOP: _l("Stop. Ne répondez pas."),
    Level.CHECK: _l("Vérifiez d’abord"),
    Level.NONE: _l("Nous n’avons pas vu de signe"),
}
LEADS = {
    Level.STOP: (
        _l("Cela ressemble à une arnaque."),
        _l("Vous avez bien fait de demander."),
    ),
    Level.CHECK: (
        _l("Quelque chose n’est pas clair ici."),
        _l("Vous avez bien fait de demander."),
    ),
    Level.NONE: (
        _l("Cela ne prouve rien : nous pouvons nous tromper."),
        _l("Un doute ? Parlez-en à quelqu’un."),
    ),
}
NOTES = {Level.STOP: "bad", Level.CHECK: "", Level.NONE: "safe"}
PICTURES = {Level.STOP: "stop-hand", Level.CHECK: "eye", Level.NONE: "search"}
ALWAYS = (
    ("coin-euro", _l("Ne payez jamais pour avoir un travail.")),
    ("id-card", _l("Donnez vos papiers seulement après une vraie rencontre.")),
    ("lock", _l("Ne donnez jamais un code ou un mot de passe.")),
)

PAPERS = frozenset({Sign.ID_DOCS_EARLY, Sign.NIR_EARLY, Sign.CONTRACT_IN_YOUR_NAME})
CODES = frozenset({Sign.OTP_CODE, Sign.CREDENTIALS_PHISH, Sign.REMOTE_APP, Sign.BANK_DATA_EARLY})
PEOPLE = frozenset({Sign.ABSENT_RECRUITER, Sign.NO_INTERVIEW, Sign.NO_COMPANY, Sign.IMPERSONATION})
SIGN_PICTURES = {
    **dict.fromkeys(PAPERS, "id-card"),
    **dict.fromkeys(CODES, "lock"),
    **dict.fromkeys(PEOPLE, "users"),
    Sign.COUPON_PAYMENT: "ticket",
    Sign.PREMIUM_NUMBER: "phone",
    Sign.PARCEL_RESHIP: "open-box",
    Sign.LOOKALIKE_LINK: "screen",
    Sign.FREE_EMAIL: "envelope",
    Sign.OFF_PLATFORM: "message",
    Sign.UNSOLICITED: "message",
    Sign.URGENCY: "clock",
    Sign.SEXT_MODELLING: "camera",
    Sign.FAKE_CONTRACT: "contract",
    Sign.FAKE_AID: "gift",
    Sign.PAY_TOO_HIGH: "gift",
    Sign.SECRECY: "alert-triangle",
}
MONEY = "coin-euro"  # for the others: they all ask for it in the end


@dataclass(frozen=True)
class Reason:
    """Why some words are a sign."""

    picture: str
    name: LazyString
    why: LazyString


@dataclass
class Quoted:
    """Words of the message, as they were written, and what they show."""

    quote: str
    reasons: list[Reason]


@dataclass(frozen=True)
class Answer:
    """What the page says of one message."""

    text: str
    verdict: Verdict
    from_picture: bool

    @property
    def level(self) -> str:
        """`stop`, `check` or `none`."""
        return self.verdict.level.value

    @property
    def title(self) -> LazyString:
        """The answer in a few words; it never promises that a message is safe."""
        return TITLES[self.verdict.level]

    @property
    def leads(self) -> tuple[LazyString, ...]:
        """What to know first."""
        return LEADS[self.verdict.level]

    @property
    def note(self) -> str:
        """The kind of note that carries it."""
        return NOTES[self.verdict.level]

    @property
    def picture(self) -> str:
        """The picture beside it."""
        return PICTURES[self.verdict.level]

    @property
    def understood(self) -> bool:
        """Whether the language is one that we read; the words of a link are of none."""
        return self.verdict.understood or is_understood(LINK.sub(" ", self.text))

    @property
    def quotes(self) -> list[Quoted]:
        """The words that show the weightiest signs, each piece of text once."""
        return quoted(self.verdict.signs)[:MOST_QUOTES]

    @property
    def acts(self) -> list[LazyString]:
        """One or two things to do now."""
        told = [act for found in self.verdict.signs for act in SIGN_WORDS[found.sign].acts]
        return list({str(act): act for act in told}.values())[:MOST_ACTS]

    @property
    def sms(self) -> str:
        """The address that prepares an SMS with the message, for the number that stops senders."""
        return f"sms:33700?body={quote(self.text[:LONGEST_SMS])}"

    @property
    def shown(self) -> str:
        """The text that was read, or its beginning."""
        return self.text[:LONGEST_SHOWN]

    @property
    def sent_again(self) -> str:
        """What to send to read the same answer in another language."""
        return self.text[: LONGEST + 1]  # one more, so that the page still says it was long


def answer(text: str, *, from_picture: bool = False) -> Answer:
    """Read a message and say what to think of it."""
    return Answer(text, check(text), from_picture)


def quoted(signs: tuple[Found, ...]) -> list[Quoted]:
    """Return the quotes with their reasons; a quote inside another one is told with it."""
    found: list[Quoted] = []
    for sign in signs:
        known = next((one for one in found if sign.quote in one.quote), None)
        if known is None:
            known = Quoted(sign.quote, [])
            found.append(known)
        known.reasons.append(reason(sign.sign))
    return found


def reason(sign: Sign) -> Reason:
    """Return the words of one sign."""
    said = SIGN_WORDS[sign]
    return Reason(SIGN_PICTURES.get(sign, MONEY), said.name, said.why)
