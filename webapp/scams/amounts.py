"""Sums of money and numbers to call, in any language."""

import re
from collections.abc import Callable, Iterator

NUMBER = r"(?:\d{1,3}(?:[ .,]\d{3}){1,2}(?!\d)|\d{1,7})(?:[.,]\d{1,2}(?!\d))?"
UNIT = (
    r"(?:€|euros?(?!\w)|eur(?!\w)|eu(?!\w)|balles(?!\w)|boules(?!\w)|£|\$|usdt?(?!\w)"
    r"|usdc(?!\w)|livres(?! d)"
    r"|pounds?(?!\w)|cad(?!\w)|dollars?(?!\w)|f?cfa(?!\w)|francs?(?!\w)|dh(?!\w)|mad(?!\w)"
    r"|dinars?(?!\w)"
    r"|dirhams?(?!\w)|lei(?!\w)|chf(?!\w)|btc(?!\w)|eth(?!\w)|[ىي]ورو|євро|евро|грн"
    r"|avro(?!\w)|reais(?!\w))"
)
SHORT_E = (
    r"(?<=\d)e(?![\w'])(?! (?:etage|arrond|jour|annee|edition|mois|fois|rang|place|classe|rue))"
)
AMOUNT = re.compile(
    rf"(?<![\w.,])(?:{NUMBER}\s?(?:k\s?)?{UNIT}|\d{{1,3}},\d{{2}}(?=\s?(?:/|le |la "
    rf"|par )\s?(?:mois|semaine|jour|an(?!\w)))|\d{{1,4}},\d{{2}}(?![\d%])(?=\s?[);])"
    rf"|\d[\d ]{{2,5}}(?=\s?(?:nets?|bruts?)(?!\w))|\d{{2,5}}{SHORT_E}|(?:€|£|\$"
    rf"|eur)\s?{NUMBER})"
)
PER = re.compile(
    r"\s{0,2}(?:(?:net|brut)s?(?!\w)|[^\w.!?\n]{0,3}\s?(?:de |en |a )?(?:/|par|per|por|al"
    r"|a day|de l'|l'|la (?!place)|le (?!dossier)"
    r"|chaque|each|the|chacune?|pieces?(?!\w)|l’|une? (?:heure|jour)|en \d|/ ?\d)\s?"
    r"(?:\d{1,2}\s?)?(?:h|heures?|hour|hr|jours?|journ[eé]e|j|jr|day|dia|semaine|sem|week"
    r"|semana|mois|month|mes|an|ann[eé]e|year"
    r"|nuits?|soir[eé]es?|matin|midi|service|vacation|week-end|demi|km|kilometre|repas"
    r"|ticket|panier|trimestre|visites?"
    r"|pieces?|colis|clics?|likes?|avis|video|tache|tasks?|paire|article|mission|chacune?"
    r"|course|abonnement|follow)?"
    r"(?![\w])|\s{0,2}(?:mensuel|de l'heure|horaire|la piece|piece(?!\w)|brut|net|par)"
    r"|\s?(?:de|d') ?(?:prime|salaire|gain|majo|indemnit|bourse|allocation))"
)
INCOME = re.compile(
    r"(?:salaires?|remuner\w{0,10}|gagn\w{0,8}|touch\w{0,5}|primes?|indemnites?|parrainage|cooptation"
    r"|pay[eé]e?s?|paie|paies|paye|smic|taux"
    r"|allocations?|bourse|bonus|gains?|revenus?|recevez|recevras|recevoir|percevez|earn"
    r"|salary|wage|get|gratification|jusqu'a"
    r"|remboursee?s?|remboursons|offerte?s?|credit[eé]|cadeau|paniers?|repas|majo\w{0,8}"
    r"|potentiel|potentielle|montant de|ganas|gane"
    r"|(?:on|nous|je) (?:vous|te|t'|les) ?\w{2,12}|(?:on|il|elle|nous) (?:pay|vers|rembours"
    r"|donn|vir|regl)\w{1,5}|paga|ganhe|mensuel)"
    r"(?:[^\w.!?\n]{1,3}(?!contre|moyennant|mais|puis|apres|frais|pour (?:le|la|l"
    r"|un)(?!\w))\w{1,15}){0,3}[^\w.!?\n]{1,4}$"
)
# What stands just before or after an amount that the reader is to give.
OUT_BEFORE = re.compile(
    r"(?<!\w)(?:contre|moyennant|acompte|arrhes|cautions?|depots?|garanties?|participation"
    r"|frais|contribution|inscription|droits?|provision|consignation"
    r"|cotisation|adhesion|mise|prix|tarif|part|moitie|vip|premium|licence|acces|manque"
    r"|reste|prelevement|taxe|supplement|avance|somme|couts?|coute(?:nt|ra)?|vaut|honoraires"
    r"|redevance|abonnement|forfait"
    r"|timbres?|recharge|tickets?|coupons?|mandat|virement|versement|reglement|paiement"
    r"|transfert|facture|assurance|surplus|solde|billet|a hauteur|soit|capital|apport|pack"
    r"|kit|coffret|enveloppe|geste"
    r"|(?:pay|pai|(?:re)?vers|regl|vir|avanc|acquitt|debours|cotis|depos|remett|remet|rajout"
    r"|ajout|command|achet|procur|mett|demand|reclam|exig|factur|prelev|envo|envoi|transf"
    r"|donn|fil|laiss|invest|plac|mis|pren|retourn|adress|souscri|debit)(?:ez|er|es|e|s|re"
    r"|ent|oi|oie|oies|ds|ant|erez|eras|ons|t|ou|erons|era|issez|vez|ne|nent|ies|ie|yez|yer"
    r"|ra|ras|rez|dre|i|ye|eront|eraient|erait)?"
    r"|mets|donne|moi|par (?:le |la |chaque |l')?(?:candidate?|salari[eé]e?|stagiaire"
    r"|participante?|postulante?)|lui|faut|vend[a-z]{0,2}|send|pay|deposit|transfer|buy"
    r"|fees?|cost"
    r"|enviar?|pagar|pague|abonar|recargar|deposite|depositar|taxa|tasa|*دفع|*رسوم|*تحويل"
    r"|*ايداع|сплат\w*|оплат\w*|переказ\w*)(?!\w)".replace("*", r"\w{0,3}")
)
OUT_AFTER = re.compile(
    r"[ )(,]{0,3}(?:\w{1,12}[ ,]{1,2}){0,3}?(?:a (?:payer|regler|verser|remettre|avancer"
    r"|prevoir|votre charge|ta charge|virer|deposer|envoyer|nous)|a l'avance|avancee? par"
    r"|par (?:le |la |chaque |l')?(?:candidat|salari|stagiaire|participant|postulant)\w*"
    r"|payables?"
    r"|prelev\w{2,4}|d'avance|par (?:virement|lien|wero|paypal|lydia|mandat|carte|recharge"
    r"|ticket|coupon|personne|candidat|tete|inscrit|western|orange|cheque)"
    r"|remboursables?|restitu\w{1,5}|rendue?s?(?! visite)|deduite?s?|ttc|non remb\w+"
    r"|de (?:frais|caution|depot|garantie|participation|materiel|dossier|timbres?|droits?"
    r"|cotisation|depart|inscription|formation|notaire|visa|badge|assurance|provision"
    r"|redevance|mise|capital)"
    r"|pour (?:bloquer|reserver|garantir|valider|confirmer|debloquer|liberer|garder|activer"
    r"|ouvrir|entrer|rejoindre|demarrer|commencer|finaliser|verifier|l'inscription"
    r"|le dossier|le badge|le casier|le visa|le permis|la formation|la visite|le materiel"
    r"|le kit|l'assurance|les frais|le billet|le transport|la chambre|le logement|la caution"
    r"|le timbre|la tenue|l'uniforme|le test|le contrat)"
    r"|en (?:liquide|especes|coupons?|tickets?|cash|bitcoin|crypto|usdt|\d fois|recharge)"
    r"|demand\w{1,3}(?!\w)|obligatoires?|exig\w{1,3}(?!\w)|requis|seulement|(?:la )?moitie"
    r"|avant|percue?s?|symbolique|fee|refundable|first|upfront)(?!\w)"
)
LONELY = re.compile(
    r"(?<![\w.,/+-])(?<!\d[ .])\d{2,4}(?![\w/%:-]|\s?[€£$]|\s?euro|[.,]\d|[ .]\d\d"
    r"|\s?(?:h|heures?|min|jours?|mois|ans?|km|places?|personnes?|pers|chiffres"
    r"|(?:bis )?(?:rue|avenue|av|bd|boulevard"
    r"|quai|allee|chemin|impasse|route|place)|colis|[%x])(?!\w))"
)


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


PER_TIME = re.compile(
    r"\s?(?:net|brut|(?:/|par |de l'|l')\s?(?:h(?!\w)|heure|jour|mois|j(?!\w)|an(?!\w)))"
)
SOLD_FOR = re.compile(r"(?<!\w)(?:pour|contre) (?:juste |seulement )?$")
SELLER = re.compile(
    r"[ ,]{1,3}(?:seulement )?(?:je|j'|on|nous|il|elle|tu as|t'as|vous avez|vous accedez|ton"
    r"|votre)(?!\w)"
)
IN_BEFORE = re.compile(
    r"(?<!\w)(?:salaires?|remuner\w{0,10}|gagn\w{0,8}|touch\w{0,5}|primes?|indemnit\w{1,3}|parrainage|cooptation"
    r"|pay[eé]e?s?|payees?|smic|taux|allocations?|bourses?|bonus|gains?|revenus?"
    r"|recev\w{1,5}|recois|percev\w{1,4}|earn|salary|wage|remboursements?|rembours[eé]e?s?"
    r"|rembourser(?:a|ons)|offerte?s?|majo\w{0,8}|potentiel\w{0,2}|credit[eé]e?s?"
    r"|financ\w{1,4}|indemnis\w{1,3}|accord[eé]e?s?|aide|on (?:te|vous)|(?:nous|je) (?:te"
    r"|vous)|vous (?:vers|vir|regl)\w{1,6}|te (?:vers|vir|regl)\w{1,6}|deduction|bien recu"
    r"|contient|ganas?)(?!\w)"
)
OTHERS_GIVE = re.compile(
    r"(?:^|(?<!\w))(?<!de )(?<!a )(?<!veuillez )(?<!pouvez )(?<!bien )(?:on|nous|je|j'|ils?"
    r"|elles?|patron|entreprise|agence|employeur|region"
    r"|etat|association|mairie|caf|france travail) (?:\w{1,3}[ '])?(?:te |t'|vous |les |lui "
    r"|le |va |allons |en )?$|(?<!\w)(?:vous|te|t') $(?<!si vous )|(?<!\w)(?:sans|aucune?"
    r"|pas de|pas d'|ni|zero|hors|pas|ne|n'|rien a|jamais) (?:\w{1,9} )?$"
)
TOO_HIGH = (("h", 35), ("j", 150), ("s", 800), ("m", 2700), ("", 2700))  # euros for an ordinary job
PERIOD = re.compile(
    r"[^\w.!?\n]{0,3}\s?(?:nets? |bruts? |euros? )?(?:/|par|per|por|al|a|de l'|l'|la|le"
    r"|chaque|each|/ ?\d?|en \d)?\s?(?:\d{1,2}\s?)?(?P<unit>h(?!\w)|heure|hour|j(?!\w)|jour"
    r"|journ[eé]e"
    r"|day|dia|soir|nuit|sem|week|mois|month|mes(?!\w)|mensuel)"
)


def huge_pays(text: str, times: float = 1.0) -> Iterator[tuple[int, int]]:
    """Pays of two or three times the minimum wage, by the hour, day, week or month."""
    limits = {unit: limit * times for unit, limit in TOO_HIGH}
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


def given(text: str) -> Iterator[tuple[int, int]]:
    """Amounts, with or without a unit, that the reader is to give."""
    for match in (*AMOUNT.finditer(text), *LONELY.finditer(text)):
        if _is_given(text, match) and not PER_TIME.match(text, match.end()):
            yield match.span()


def _is_given(text: str, match: re.Match[str]) -> bool:
    """The nearest word that tells who gives decides; words after the amount win."""
    has_unit = not match[0].isdigit()
    if _is_sold(text, match) or OUT_AFTER.match(text, match.end()):
        return True
    before = _same_sentence(text[max(0, match.start() - 42) : match.start()])
    out = max(
        (m.end() for m in OUT_BEFORE.finditer(before) if not _others_give(before, m)), default=-1
    )
    if out < 0 or (not has_unit and len(before) - out > 12):
        return False
    income = max((m.end() for m in IN_BEFORE.finditer(before)), default=-1)
    return out >= income


def _is_sold(text: str, match: re.Match[str]) -> bool:
    """ "pour 25 euros je vous passe…": the amount buys something."""
    before = text[max(0, match.start() - 22) : match.start()]
    return bool(SOLD_FOR.search(before) and SELLER.match(text, match.end()))


def _same_sentence(before: str) -> str:
    return re.split(r"[.!?;\n](?:\s|$)", before)[-1]


def _others_give(before: str, match: re.Match[str]) -> bool:
    if match[0].endswith("ez") and before[: match.start()].endswith("vous "):
        return False  # "vous avancez"
    return bool(OTHERS_GIVE.search(before[: match.start()]))


def any_amounts(text: str) -> Iterator[tuple[int, int]]:
    """Every amount with a unit."""
    yield from (match.span() for match in AMOUNT.finditer(text))


def bare_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers without a unit: "150" in "tu me donnes 150"."""
    yield from (match.span() for match in LONELY.finditer(text))


KINDS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "sum": sums,
    "wage": pays,
    "huge_pay": huge_pays,
    "absurd_pay": lambda text: huge_pays(text, 2.0),
    "enormous_pay": lambda text: huge_pays(text, 1.4),
    "amount": any_amounts,
    "given": given,
    "number": bare_numbers,
}
