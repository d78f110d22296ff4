"""Where an address of the public feed is: its commune, from the postcode and the town's name."""

import re
from collections.abc import Iterator

from webapp.offers.text import plain
from webapp.organisations.feed_reading import Address
from webapp.places import queries as places
from webapp.places.queries import Commune

CEDEX = re.compile(r"\bcede?x\b\.?(?:\s*n?°?\s*(\d{1,2}))?(?!\d)", re.IGNORECASE)
POST_BOX = re.compile(r"\b(?:B\.?P\.?|C\.?S\.?|T\.?S\.?A\.?)\s*(?:n°\s*)?\d[\d ]*", re.IGNORECASE)
IN_DISTRICTS = re.compile(r"\s*(?:paris|lyon|marseille)\b", re.IGNORECASE)
POSTCODE = re.compile(r"\b\d{5}\b")
LARGE = 20_000  # inhabitants of a town that nobody writes by mistake
CORSICA = {"20": ("2A", "2B")}


def commune_of(address: Address) -> Commune | None:
    """Return the commune of an address; None when no part of it says where it is.

    A town of another département than the address says is held for a mistake, unless the
    postcode is its own, or it is a large one written without a fault: then the digits are wrong.
    """
    given = places.commune(address.insee) if address.insee else None
    if given is not None:
        return given
    for words in ways_to_say(address):
        found = places.match(words, limit=3)
        agreeing = [town for town in found if agrees(town, address)]
        sure = any(is_named(town, address) for town in agreeing)
        for town in found:
            large = town.population >= LARGE and is_named(town, address)
            if town in agreeing or (large and not sure):
                return town
    return None


def agrees(town: Commune, address: Address) -> bool:
    """Return whether a town is where the digits of an address say, or they say nothing."""
    said = departements(address)
    return not said or town.departement in said or postcode_of(address) in town.postcodes


def is_named(town: Commune, address: Address) -> bool:
    """Return whether an address holds the very name of a town."""
    return plain(town.name) == plain(town_of(address.town))


def ways_to_say(address: Address) -> Iterator[str]:
    """Give what to look for, the surest first: town and postcode, one alone, the other lines."""
    town, postcode = town_of(address.town), postcode_of(address)
    departement = next(iter(departements(address)), "")
    if town:
        yield f"{postcode} {town}".strip()
        yield f"{town} {departement}".strip()
    if postcode:
        yield postcode
    written = POSTCODE.search(address.lines)
    if written:
        yield address.lines[written.start() :]


def town_of(text: str) -> str:
    """Return the name of a town without what the post adds to it.

    The number after CEDEX is a district in the three cities that have some, else an office.
    """
    match = CEDEX.search(text)
    district = match[1] if match and match[1] and IN_DISTRICTS.match(text) else ""
    bare = POSTCODE.sub(" ", POST_BOX.sub(" ", CEDEX.sub(" ", text)))
    name = " ".join(bare.split()).strip(" ,;-")
    return f"{name} {int(district)}e" if name and district and int(district) else name


def postcode_of(address: Address) -> str:
    """Return the five digits of the postcode; a first zero is often lost on the way."""
    digits = re.sub(r"\D", "", address.postcode)
    if len(digits) == 4:
        digits = f"0{digits}"
    written = POSTCODE.search(address.town)
    if len(digits) != 5:
        return written[0] if written else ""
    return digits


def departements(address: Address) -> tuple[str, ...]:
    """Return the codes of the départements that an address may mean."""
    postcode = postcode_of(address)
    start = postcode[:3] if postcode[:2] in ("97", "98") else postcode[:2]
    said = address.departement.upper().zfill(2)
    codes = (said, *CORSICA.get(start, (start,)))
    return tuple(dict.fromkeys(code for code in codes if places.departement_name(code)))
