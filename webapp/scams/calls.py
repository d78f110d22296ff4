"""Numbers that cost money to call or text, and numbers of cards, accounts and wallets."""

import re
from collections.abc import Callable, Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SEP = r"[\s.\-/()_*,·:]{0,3}(?:(?:puis|et|ensuite|suivi de|tiret|point)\s)?"
PREMIUM = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)\s?33{SEP}(?:\(?0\)?{SEP})?"
    rf"|[0o]{SEP})[8b]{SEP}[129](?:{SEP}[\doil]){{7}}(?![\w€%])"
)
SHORT_NUMBER = re.compile(
    r"(?<![\w.,/+])(?<!\d[ .-])(?:[13](?:[ .]?\d){3}|118[ .]?\d{3})(?![\w€%]|[ .,:/-]\d"
    r"|\s?(?:€|euro|h(?!\w)|km|places|postes|net|brut))"
)
SMS_PLUS = re.compile(
    r"(?<![\w.,/+])(?<!\d[ .-])[4678](?:[ .]?\d){4}(?![\w€%]|[ .,:/-]\d|\s?(?:€|euro"
    r"|\w{4,}ville))"
)
OFFICIAL_SHORT = _words(
    "3949 3939 3919 3018 3020 3114 3117 3646 3230 3960 3631 3635 3237 3677 3975 3993 3995 3940 3977"
    " 3900 3959 3928 3103 3133 3172 3966 3011 3008 3250 3990"
)
CALL_WORDS = re.compile(
    r"(?<!\w)(?:appel|rappel|compos|tap|contact|joi(?:n|g)|telephon|ecout|messag|repond|num"
    r"|call|llam|lig|sms|envoy|envoi|txt|text"
    r"|standard|allo|voca|operat|(?:ا|و)?تصل|дзвон|позвон|ara)\w{0,12}"
)
CARD_OR_IBAN = re.compile(
    r"(?<!\w)(?:fr\d{2}(?:[ ]?[\da-z]{4}){5}[ ]?[\da-z]{1,3}|(?:\d{4}[ -]){3}\d{4})(?!\w)"
)
WALLET = re.compile(r"(?<!\w)(?:0x[0-9a-f]{40}|t[1-9a-z]{33}|bc1[0-9a-z]{25,60})(?!\w)")


def premium_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that cost more than a call: 081, 082, 089, paid short numbers and paid SMS."""
    yield from (match.span() for match in PREMIUM.finditer(text))
    for match in SHORT_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if digits not in OFFICIAL_SHORT and _called(text, match.start()):
            yield match.span()
    for match in SMS_PLUS.finditer(text):
        if _texted(text, match.start()):
            yield match.span()


def _called(text: str, start: int) -> bool:
    if re.search(
        r"(?:gratuit|info\w*|recrut\w+|tel|standard|service|contact|ligne|numero|joindre) (?:au"
        r"|le|:) $",
        text[:start][-24:],
    ):
        return True
    return bool(CALL_WORDS.search(text[max(0, start - 40) : start]))


def _texted(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start]
    return bool(
        re.search(r"(?:sms|envo\w+|text\w*|txt|repond\w*) (?:\S+ ){0,3}(?:au|to|al) $", before)
    )


def card_or_iban(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of cards and accounts."""
    yield from (match.span() for match in CARD_OR_IBAN.finditer(text))


def wallets(text: str) -> Iterator[tuple[int, int]]:
    """Addresses of crypto wallets."""
    yield from (match.span() for match in WALLET.finditer(text))


KINDS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "premium": premium_numbers,
    "card_number": card_or_iban,
    "wallet": wallets,
}
