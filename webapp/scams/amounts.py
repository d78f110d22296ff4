"""Sums of money and numbers to call, in any language."""

import re
from collections.abc import Callable, Iterator

NUMBER = r"(?:\d{1,3}(?:[ .,]\d{3}){1,2}(?!\d)|\d{1,7})(?:[.,]\d{1,2}(?!\d))?"
UNIT = (
    r"(?:€|euros?(?!\w)|eur(?!\w)|eu(?!\w)|balles(?!\w)|boules(?!\w)|£|\$|usdt?(?!\w)|usdc(?!\w)|livres(?! d)"
    r"|pounds?(?!\w)|cad(?!\w)|dollars?(?!\w)|f?cfa(?!\w)|francs?(?!\w)|dh(?!\w)|mad(?!\w)|dinars?(?!\w)"
    r"|dirhams?(?!\w)|lei(?!\w)|chf(?!\w)|btc(?!\w)|eth(?!\w)|[ىي]ورو|євро|евро|грн|avro(?!\w)|reais(?!\w))"
)
SHORT_E = (
    r"(?<=\d)e(?![\w'])(?! (?:etage|arrond|jour|annee|edition|mois|fois|rang|place|classe|rue))"
)
AMOUNT = re.compile(
    rf"(?<![\w.,])(?:{NUMBER}\s?(?:k\s?)?{UNIT}|\d{{2,5}}{SHORT_E}|(?:€|£|\$|eur)\s?{NUMBER})"
)
PER = re.compile(
    r"\s{0,2}(?:(?:net|brut)s?(?!\w)|[^\w.!?\n]{0,3}\s?(?:de |en |a )?(?:/|par|per|por|al|a day|de l'|l'|la (?!place)|le (?!dossier)"
    r"|chaque|each|the|chacune?|pieces?(?!\w)|l’|une? (?:heure|jour)|en \d|/ ?\d)\s?"
    r"(?:\d{1,2}\s?)?(?:h|heures?|hour|hr|jours?|journee|j|jr|day|dia|semaine|sem|week|semana|mois|month|mes|an|annee|year"
    r"|nuits?|soirees?|matin|midi|service|vacation|week-end|demi|km|kilometre|repas|ticket|panier|trimestre|visites?"
    r"|pieces?|colis|clics?|likes?|avis|video|tache|tasks?|paire|article|mission|chacune?|course|abonnement|follow)?"
    r"(?![\w])|\s{0,2}(?:mensuel|de l'heure|horaire|la piece|piece(?!\w)|brut|net|par)|\s?(?:de|d') ?(?:prime|salaire|gain|majo|indemnit|bourse|allocation))"
)
INCOME = re.compile(
    r"(?:salaires?|remuner\w{0,10}|gagn\w{0,8}|touch\w{0,5}|primes?|indemnites?|indemnite|pay[eé]e?s?|paie|paies|paye|smic|taux"
    r"|allocations?|bourse|bonus|gains?|revenus?|recevez|recevras|recevoir|percevez|earn|salary|wage|get|gratification|jusqu'a"
    r"|remboursee?s?|remboursons|offerte?s?|credit[eé]|cadeau|paniers?|repas|majo\w{0,8}|potentiel|potentielle|montant de|ganas|gane"
    r"|(?:on|nous|je) (?:vous|te|t'|les) ?\w{2,12}|(?:on|il|elle|nous) (?:pay|vers|rembours|donn|vir|regl)\w{1,5}|paga|ganhe|mensuel)"
    r"(?:[^\w.!?\n]{1,3}(?!contre|moyennant|mais|puis|apres|frais|pour (?:le|la|l|un)(?!\w))\w{1,15}){0,3}[^\w.!?\n]{1,4}$"
)
LONELY = re.compile(
    r"(?<![\w.,/+-])\d{2,4}(?![\w.,/%:-]|\s?(?:h|heures?|min|jours?|mois|ans?|km|places?|personnes?|pers|chiffres|[%x])(?!\w))"
)

SEP = r"[\s.\-/()_*,·:]{0,3}(?:(?:puis|et|ensuite|suivi de|tiret|point)\s)?"
PREMIUM = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)\s?33{SEP}(?:\(?0\)?{SEP})?|[0o]{SEP})8{SEP}[129](?:{SEP}[\do]){{7}}(?![\w€%])"
)
SHORT_NUMBER = re.compile(
    r"(?<![\w.,/+])(?:[13](?:[ .]?\d){3}|118[ .]?\d{3})(?![\w€%]|[.,:/]\d|\s?(?:€|euro|h(?!\w)|km|places|postes|net|brut))"
)
SMS_PLUS = re.compile(r"(?<![\w.,/+])[4678]\d{4}(?![\w€%]|[.,:/]\d|\s?(?:€|euro|\w{4,}ville))")
OFFICIAL_SHORT = frozenset(
    "3949 3939 3919 3018 3020 3114 3117 3646 3230 3960 3631 3635 3237 3677 3975 3993 3995 3940 3977"
    " 3900 3959 3928 3103 3133 3172 3966 3011 3008 3250 3990".split()
)
CALL_WORDS = re.compile(
    r"(?<!\w)(?:appel|rappel|compos|tap|contact|joi(?:n|g)|telephon|ecout|messag|repond|num|call|llam|lig|sms|envoy|envoi|txt|text"
    r"|standard|allo|voca|operat|(?:ا|و)?تصل|дзвон|позвон|ara)\w{0,12}"
)
CARD_OR_IBAN = re.compile(
    r"(?<!\w)(?:fr\d{2}(?:[ ]?[\da-z]{4}){5}[ ]?[\da-z]{1,3}|(?:\d{4}[ -]){3}\d{4})(?!\w)"
)
WALLET = re.compile(r"(?<!\w)(?:0x[0-9a-f]{40}|t[1-9a-z]{33}|bc1[0-9a-z]{25,60})(?!\w)")


def sums(text: str) -> Iterator[tuple[int, int]]:
    """Amounts that are not a pay: nothing near says who earns them."""
    for match in AMOUNT.finditer(text):
        if not _is_pay(text, match):
            yield match.span()


def pays(text: str) -> Iterator[tuple[int, int]]:
    """Amounts that somebody earns: "12 € de l'heure", "payé 80 €"."""
    for match in AMOUNT.finditer(text):
        if _is_pay(text, match):
            yield match.span()


TOO_HIGH = (("h", 40), ("j", 150), ("s", 800), ("m", 3200), ("", 3000))  # euros for an ordinary job
PERIOD = re.compile(
    r"[^\w.!?\n]{0,3}\s?(?:nets? |bruts? |euros? )?(?:/|par|per|por|al|a|de l'|l'|la|le|chaque|each|/ ?\d?|en \d)?\s?(?:\d{1,2}\s?)?(?P<unit>h(?!\w)|heure|hour|j(?!\w)|jour|journee"
    r"|day|dia|soir|nuit|sem|week|mois|month|mes(?!\w)|mensuel)"
)


def huge_pays(text: str) -> Iterator[tuple[int, int]]:
    """Pays of two or three times the minimum wage, by the hour, day, week or month."""
    limits = dict(TOO_HIGH)
    for match in AMOUNT.finditer(text):
        period = PERIOD.match(text, match.end())
        unit = period["unit"] if period else ""
        if unit == "" and not _is_pay(text, match):
            continue
        if _value(match[0]) >= limits[_size(unit)]:
            yield match.start(), period.end() if period else match.end()


def _size(unit: str) -> str:
    """The period by its first letter in French, hour to month."""
    if unit in ("day", "dia", "soir", "nuit"):
        return "j"
    if unit in ("week", "month", "hour"):
        return {"w": "s", "m": "m", "h": "h"}[unit[0]]
    return unit[:1]


def _value(amount: str) -> float:
    digits = re.sub(r"(?<=\d)[ .,](?=\d{3}(?!\d))", "", amount)
    number = re.search(r"\d+(?:[.,]\d+)?", digits)
    value = float(number[0].replace(",", ".")) if number else 0.0
    return value * 1000 if re.search(r"\dk|\d k", amount) else value


def _is_pay(text: str, match: re.Match[str]) -> bool:
    if PER.match(text, match.end()):
        return True
    return bool(INCOME.search(text[max(0, match.start() - 45) : match.start()]))


def any_amounts(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in AMOUNT.finditer(text))


def bare_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers without a unit: "150" in "tu me donnes 150"."""
    yield from (match.span() for match in LONELY.finditer(text))


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
    return bool(CALL_WORDS.search(text[max(0, start - 40) : start]))


def _texted(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start]
    return bool(
        re.search(r"(?:sms|envo\w+|text\w*|txt|repond\w*) (?:\S+ ){0,3}(?:au|to|al) $", before)
    )


def card_or_iban(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in CARD_OR_IBAN.finditer(text))


def wallets(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in WALLET.finditer(text))


KINDS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "sum": sums,
    "wage": pays,
    "huge_pay": huge_pays,
    "amount": any_amounts,
    "number": bare_numbers,
    "premium": premium_numbers,
    "card_number": card_or_iban,
    "wallet": wallets,
}
