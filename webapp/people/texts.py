"""What is sent to people about their data: simple French, one SMS, signed by who asks."""

from datetime import date

from webapp.messages.rules import gsm, parts
from webapp.people.enums import Purpose
from webapp.people.models import Consent

# What is asked, in few words: one SMS has no room for more.
WHAT = {
    Purpose.FOLLOWUP: "vous accompagner",
    Purpose.REFERRAL: "vous présenter à une structure",
    Purpose.HIRING: "vous embaucher et vous suivre",
}
TIMES = {1: "1 jour", 31: "1 mois", 182: "6 mois", 365: "1 an"}


def asked(consent: Consent, address: str) -> str:
    """Return the question of an agreement: who asks, what for, for how long, how to answer."""
    name = consent.organisation.name
    who = consent.asked_by.first_name if consent.asked_by else "Une structure"
    whole = f"{who} ({name})" if consent.asked_by else name
    purpose, time = WHAT[Purpose(consent.purpose)], TIMES[consent.days]
    return fitted(
        f"{whole} veut voir votre fiche pour {purpose}, {time}. D'accord ? Répondez OUI ou NON.",
        f"{who} veut voir votre fiche pour {purpose}, {time}. D'accord ? Répondez OUI ou NON.",
        address=address,
    )


def ending(consent: Consent, until: date, address: str) -> str:
    """Return the question of an agreement that ends: whose, when, how to go on."""
    day = f"{until:%d/%m/%Y}"
    return fitted(
        f"Votre accord avec {consent.organisation.name} finit le {day}."
        " Pour continuer, répondez OUI. Sinon, répondez NON.",
        f"Un de vos accords finit le {day}. Pour continuer, répondez OUI. Sinon, répondez NON.",
        address=address,
    )


def fitted(*wordings: str, address: str) -> str:
    """Return the first wording that fits in one SMS, with the address where it fits too."""
    for wording in wordings:
        for text in (f"{wording} {address}", wording):
            if parts(gsm(text)) == 1:
                return gsm(text)
    return gsm(wordings[-1])


def silent(address: str, days: int) -> str:
    """Return the warning to someone who gave no sign for 24 months."""
    return fitted(
        f"À deux pas : 2 ans sans nouvelles de vous. Nous effaçons tout dans {days} jours."
        " Pour rester, ouvrez votre page :",
        address=address,
    )
