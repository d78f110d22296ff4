"""Words that people send back, read with their mistakes: each is one of a closed list."""

import re
import unicodedata
from itertools import dropwhile, pairwise

from webapp.messages.enums import Word

LONGEST = 480  # signs read
CARD_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
FEW = 7  # words in an employer's answer
DIGITS_CHOSEN = frozenset("123456789")
NAMED = 2  # words in an answer that says about whom
SHORT = 4  # words in a message that holds its meaning anywhere
SIGNS = re.compile(r"[^\w\s?+]|_")
REPEATED = re.compile(r"([^\W\d])\1+")
DIGITS = re.compile(r"\d[\d\s.-]*")

STOP = frozenset(
    {
        "stop",
        "stopper",
        "arret",
        "arreter",
        "arrete",
        "arretez",
        "aret",
        "desabonner",
        "desabonnement",
        "desinscrire",
        "unsubscribe",
        "halte",
    }
)
RESUME = frozenset(
    {"reprendre", "reprend", "reprends", "reprise", "start", "recommencer", "unstop"}
)
HELP = frozenset({"aide", "aider", "aidez", "help", "info", "infos", "sos"})
GREETINGS = frozenset({"bonjour", "rebonjour", "bonsoir", "salut", "coucou"})
GREETINGS_AS_WRITTEN = frozenset(  # never with a mistake: Allos is a town
    {"bjr", "bsr", "slt", "cc", "hello", "hi", "hey", "allo", "salam", "va", "allez", "journee"}
    | {"soiree"}
)
WITH_GREETINGS = frozenset(
    {"madame", "monsieur", "mme", "mr", "mesdames", "messieurs", "comment", "ca", "sa", "bien"}
    | {"vous", "bonne", "merci", "beaucoup", "?"}
)
CALLS = frozenset(
    {"rappel", "rappeler", "rappelez", "rappelle", "rappelles", "appelez", "callback"}
)
CALLED_BACK = frozenset({"rappele", "rappelee"})  # “rappelé” tells what was done
CALL_ME = re.compile(
    r"\b(?:me |m )(?:r?ap+el+\w*|aider?)\b|\br?ap+el+\w* moi\b|\baide[rzs]? ?moi\b|\baidez ?nous\b"
    r"|\bau sec?ours?\b(?! pop| cath)"  # two of them are structures that hire
)
YES = frozenset(
    {
        "oui",
        "ouais",
        "ouai",
        "ui",
        "wi",
        "yes",
        "ok",
        "oki",
        "okay",
        "daccord",
        "dac",
        "volontiers",
        "si",
        "evet",
        "sim",
        "так",
        "да",
        "نعم",
        "ايوه",
    }
)
NO = frozenset({"non", "nan", "no", "nn", "nope", "hayir", "nao", "нет", "ні", "لا"})
NO_ALONE = "nom"  # the same key of an old phone writes the m and the n
AGREED = (
    "d accord",
    "bien sur",
    "je veux bien",
    "avec plaisir",
    "c est bon",
    "c est moi",
)
REFUSED = (
    "pas d accord",
    "je ne veux pas",
    "je veux pas",
    "ne veux pas",
    "ce n est pas moi",
    "c est pas moi",
    "pas moi",
    "je refuse",
    "pas cette fois",
)
NO_MORE = re.compile(
    r"\bn(?:e| ) ?(?:m |nous |me )?(?:envo\w+|ecri\w+|contact\w+|derang\w+) plus\b"
    r"|\bplus (?:de |aucun )?(?:sms|messages?)\b|\blaissez moi tranquille\b"
)
HARMLESS = re.compile(r"\bpas de (?:souci|soucis|probleme|problemes)\b")
NEGATIONS = frozenset({"non", "no", "pas", "ne", "jamais", "nan"})
CALLED = frozenset(
    {"appel", "appelle", "appele", "appelee", "appeler", "rappelle", "rappele", "rappeler"}
)
MEETING = frozenset({"rdv", "rendezvous", "entretien", "rencontre", "rencontrer"})
HIRED = frozenset({"embauche", "embauchee", "embaucher", "recrute", "recrutee", "recruter"})
FROM_EMPLOYERS = ((MEETING, Word.MEETING), (HIRED, Word.HIRED), (CALLED, Word.CALLED))
AROUND_A_DIGIT = frozenset(
    {"le", "la", "numero", "num", "n", "choix", "creneau", "moment", "je", "prends", "prend"}
    | {"choisis", "veux", "pour", "oui", "ok", "svp", "merci", "bonjour", "c", "est"}
)
ABOUT_CODE = frozenset({"code", "mon", "le", "est", "c", "voici"})


def read(text: str) -> Word:
    """Return what someone meant: a word of the list, or OTHER where there is a doubt.

    STOP is heard first, and anywhere in a short message; YES is heard only where nothing in the
    message says no.
    """
    plain = simplified(text)
    words = HARMLESS.sub(" ", plain).split()
    if not words:
        return Word.OTHER
    if words == ["?"] * len(words):
        return Word.HELP
    if is_code(plain):
        return Word.CODE
    return command(words) or choice(words) or from_employer(words) or answer(plain, words)


def choice(words: list[str]) -> Word | None:
    """Return CHOICE where a message is one digit, with at most some words of politeness."""
    digits = [word for word in words if word.isdecimal()]
    rest = set(words) - set(digits)
    one = len(digits) == 1 and digits[0] in DIGITS_CHOSEN
    return Word.CHOICE if one and rest <= AROUND_A_DIGIT else None


def from_employer(words: list[str]) -> Word | None:
    """Return what an employer answers in a short message, unless it says no."""
    if len(words) > FEW or NEGATIONS & set(words):
        return None
    joined = [*words, *(first + second for first, second in pairwise(words))]
    found = (
        meant for known, meant in FROM_EMPLOYERS if any(is_among(word, known) for word in joined)
    )
    return next(found, None)


def simplified(text: str) -> str:
    """Return a text in small letters, without accents, signs or letters written twice."""
    whole = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    apart = unicodedata.normalize("NFD", whole)
    bare = "".join(sign for sign in apart if not is_accent(sign))
    spaced = SIGNS.sub(" ", unicodedata.normalize("NFC", bare).replace("œ", "oe"))
    return " ".join(spaced.replace("?", " ? ").split())


def is_accent(sign: str) -> bool:
    """Return whether a sign is an accent on a Latin letter, or one that does not show."""
    return "\u0300" <= sign <= "\u036f" or unicodedata.category(sign) == "Cf"


def is_code(plain: str) -> bool:
    """Return whether a message is a code alone, or with a word that says so."""
    rest = " ".join(word for word in plain.split() if word not in ABOUT_CODE)
    digits = DIGITS.fullmatch(rest)
    if digits:
        return 4 <= sum(sign.isdigit() for sign in rest) <= 8
    card = rest.replace(" ", "")
    has_both = any(sign.isdigit() for sign in card) and any(sign.isalpha() for sign in card)
    return len(card) == 8 and has_both and all(sign in CARD_SIGNS for sign in card)


def command(words: list[str]) -> Word | None:
    """Return STOP, RESUME, CALL_ME or HELP where the message asks for it."""
    text = " ".join(words)
    if is_among(words[0], STOP) or NO_MORE.search(text):
        return Word.STOP
    if len(words) <= SHORT and any(word in STOP for word in words):
        return Word.STOP
    if is_among(words[0], RESUME):
        return Word.RESUME
    if asks_for_call(words):
        return Word.CALL_ME
    asks = is_among(words[0], HELP) or (len(words) <= SHORT and any(word in HELP for word in words))
    return Word.HELP if asks or greets(words) else None


def greets(words: list[str]) -> bool:
    """Return whether a message says good day and nothing else: how this works is told."""
    return any(is_greeting(word) for word in words) and not after_greeting(words)


def after_greeting(words: list[str]) -> list[str]:
    """Return the words that follow those of greeting and thanks."""
    return list(dropwhile(lambda one: is_greeting(one) or one in WITH_GREETINGS, words))


def is_greeting(word: str) -> bool:
    """Return whether a word says good day, however it is spelled."""
    return word in GREETINGS_AS_WRITTEN or is_among(word, GREETINGS)


def asks_for_call(words: list[str]) -> bool:
    """Return whether someone wants to be called: their first word says so, or "me" or "moi" does.

    “Merci pour le rappel” thanks, and “ne m’appelez pas” refuses: neither asks; “aidez-moi, je ne
    comprends pas” does.
    """
    if is_among(words[0], HELP) and "moi" in words[1:2]:
        return True
    if NEGATIONS & set(words):
        return False
    calls = is_among(words[0], CALLS) and words[0] not in CALLED_BACK
    return calls or bool(CALL_ME.search(" ".join(words)))


def answer(text: str, words: list[str]) -> Word:
    """Return YES or NO where the message says one of them and not the other."""
    if any(refusal in text for refusal in REFUSED) or says_no(words):
        says_yes = any(word in YES for word in words) and not any(no in text for no in REFUSED)
        return Word.OTHER if says_yes else Word.NO
    agrees = is_among(words[0], YES) or any(text.startswith(yes) for yes in AGREED)
    if agrees and not NEGATIONS & set(words):
        return Word.YES
    return Word.OTHER


def says_no(words: list[str]) -> bool:
    """Return whether a message begins with no, or is a name and no."""
    ends = len(words) <= NAMED and words[-1] in NO
    return ends or is_among(words[0], NO) or words == [NO_ALONE]


def is_among(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is one of those known, up to letters repeated and a small mistake."""
    once = REPEATED.sub(r"\1", word)
    if word in known or once in {REPEATED.sub(r"\1", one) for one in known}:
        return True
    return len(once) >= 3 and any(is_slip(once, one) for one in known if is_long_enough(one))


def is_long_enough(known: str) -> bool:
    """Return whether a word is long enough to be known by all but one of its letters."""
    return len(known) >= 4


def is_slip(word: str, known: str) -> bool:
    """Return whether a word is a known one with two neighbours swapped, or one letter amiss."""
    if word[:1] != known[:1]:
        return False
    if sorted(word) == sorted(known):
        return len(differing(word, known)) == 2
    shorter, longer = sorted((word, known), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    if len(longer) == len(shorter):
        return len(differing(word, known)) == 1
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def differing(word: str, other: str) -> list[int]:
    """Return where two words of one length differ."""
    return [at for at, pair in enumerate(zip(word, other, strict=True)) if pair[0] != pair[1]]
