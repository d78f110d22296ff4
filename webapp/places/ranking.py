"""Put together what the readings of a text find, and say which place was likeliest meant."""

from collections.abc import Mapping
from heapq import nsmallest

from webapp.places.gazetteer import Gazetteer, forms
from webapp.places.matching import FORMER, UNLIKE, Prices, Search, weight
from webapp.places.reading import Reading, edges, readings
from webapp.places.sounds import sound

KEPT = 12  # places looked at closely
ELSEWHERE = 1.5  # in another département than the one said
RIGHT_CODE, NEAR_CODE = -1.0, -0.2  # with the postcode said, or in its département
NOT_NAMED = 2.3  # has the postcode, but not the name
QUARTERS = 20_000  # inhabitants of a town whose quarters people name
SEAT = 0.3  # a département said for its main town
PART = 0.05  # an arrondissement, just before its city
LEAST_LIKE = 0.5  # share of letters in common under which a name is another

Departements = Mapping[str, frozenset[str]]


def ranked(
    gazetteer: Gazetteer, query: str, departements: Departements, seats: Mapping[str, str]
) -> list[tuple[float, int]]:
    """The places a text may mean, likeliest first, each with its price; empty if none.

    `departements` gives codes by plain name and by code, `seats` the main town of each code.
    """
    ways = readings(query, departements)
    found, sure = looked_up(gazetteer, ways, seats)
    for part in edges(ways[-1]) if ways and not sure else []:
        for entry, price in looked_up(gazetteer, [part], seats)[0].items():
            if gazetteer.populations[entry] >= QUARTERS:
                found[entry] = min(price, found.get(entry, price))
    return sorted((price, entry) for entry, price in found.items())


def looked_up(
    gazetteer: Gazetteer, ways: list[Reading], seats: Mapping[str, str]
) -> tuple[Prices, bool]:
    """The final prices of the places found in all the readings, and whether one is sure."""
    searches = [Search(gazetteer, reading) for reading in ways]
    sure = [search.surely() for search in searches]
    if any(sure) and 0.0 in searches[0].prices.values():
        searches = [search for search in searches if not search.reading.trimmed]
    final: Prices = {}
    for search in searches:
        if not any(sure):
            search.nearly()
        reading = search.reading
        prices = with_hints(gazetteer, reading, search.prices, seats)
        for entry, price in weighed(gazetteer, reading, prices).items():
            final[entry] = min(price + reading.doubt, final.get(entry, price + reading.doubt))
    return final, any(sure)


def with_hints(
    gazetteer: Gazetteer, reading: Reading, prices: Prices, seats: Mapping[str, str]
) -> Prices:
    """The prices changed by the postcode and the département, and the places these add."""
    code, asked = reading.postcode, reading.departements
    delivered = delivered_by(gazetteer, code) if code else []
    if delivered:
        prices = with_postcode(gazetteer, prices, delivered, bool(reading.words))
    elif asked:
        prices = {
            entry: price + ELSEWHERE * (gazetteer.departement(entry) not in asked)
            for entry, price in prices.items()
        }
    if asked and not reading.words:
        for at in filter(None, (gazetteer.entry(seats[department]) for department in asked)):
            prices[at] = SEAT
    return prices


def delivered_by(gazetteer: Gazetteer, code: str) -> list[int]:
    """The entries with the postcode, else with the start of it that is most like it."""
    if len(code) < 5:
        whole = gazetteer.delivered_by("0" + code) if len(code) == 4 else []
        return gazetteer.delivered_by(code) + whole
    starts = (gazetteer.delivered_by(code[:size]) for size in (5, 3, 2))
    return next((found for found in starts if found), [])


def with_postcode(
    gazetteer: Gazetteer, prices: Prices, delivered: list[int], named: bool
) -> Prices:
    """Favour the places with the postcode, then those of its département."""
    exact, areas = set(delivered), {gazetteer.departement(entry) for entry in delivered}
    result: Prices = {}
    for entry, price in prices.items():
        if gazetteer.homes[entry] in exact:
            result[entry] = price + RIGHT_CODE
        else:
            near = gazetteer.departement(entry) in areas
            result[entry] = price + (NEAR_CODE if near else ELSEWHERE)
    for entry in delivered[:KEPT]:
        if entry not in gazetteer.parts:
            result[entry] = min(result.get(entry, 9.0), NOT_NAMED if named else 0.0)
    return result


def weighed(gazetteer: Gazetteer, reading: Reading, prices: Prices) -> Prices:
    """The final prices of the likeliest: letters in common, inhabitants, parts of a city."""
    rough = {
        entry: price
        - weight(gazetteer.populations[entry])
        + FORMER * (gazetteer.homes[entry] != entry)
        for entry, price in prices.items()
        if not reading.parted or gazetteer.homes[entry] in gazetteer.districts
    }
    result: Prices = {}
    for entry in nsmallest(KEPT, rough, key=lambda entry: (rough[entry], entry)):
        unlike = unlikeness(gazetteer, entry, reading) if prices[entry] != NOT_NAMED else 0.0
        if unlike > 1 - LEAST_LIKE and is_heard(gazetteer, entry, reading):
            unlike = 1 - LEAST_LIKE
        if unlike <= 1 - LEAST_LIKE:
            home, price = gazetteer.homes[entry], rough[entry] + UNLIKE * unlike
            result[home] = min(price, result.get(home, price))
    return result | parts(gazetteer, reading, result)


def unlikeness(gazetteer: Gazetteer, entry: int, reading: Reading) -> float:
    """The share of letters to change between what was typed and the nearest form of the name."""
    asked = "".join(reading.words)
    if not asked:
        return 0.0
    whole = {"".join(words) for words in forms(gazetteer.plain_words(entry)) if words}
    names = whole | {name[: len(asked)] for name in whole}
    return (
        0.0
        if asked in names
        else min(letters_apart(asked, name) / max(len(asked), len(name)) for name in names)
    )


def is_heard(gazetteer: Gazetteer, entry: int, reading: Reading) -> bool:
    """Tell whether a name sounds just like what was typed, however few letters they share."""
    said = "".join(word + "r" if word in reading.sharp else word for word in reading.words)
    return sound(said) == sound("".join(gazetteer.plain_words(entry)))


def letters_apart(first: str, second: str) -> int:
    """The number of letters to add, drop or change to go from one word to the other."""
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, start=1):
        fresh = [at]
        last = at
        for index, other in enumerate(second):
            swapped = row[index] + (letter != other)
            missing = 1 + (last if last < row[index + 1] else row[index + 1])
            last = swapped if swapped < missing else missing
            fresh.append(last)
        row = fresh
    return row[-1]


def parts(gazetteer: Gazetteer, reading: Reading, prices: Prices) -> Prices:
    """The arrondissement that a number or a postcode points at, just before its city."""
    result: Prices = {}
    for city in set(gazetteer.districts).intersection(prices):
        districts = gazetteer.districts[city]
        if 0 < reading.district <= len(districts):
            result[districts[reading.district - 1]] = prices[city] - PART
        elif reading.postcode:
            for entry in set(gazetteer.delivered_by(reading.postcode)).intersection(districts):
                result[entry] = prices[city] - PART - entry_share(gazetteer, entry)
    return result


def entry_share(gazetteer: Gazetteer, entry: int) -> float:
    """A hair, so that among the parts of a city the most populated comes first."""
    return gazetteer.populations[entry] * 1e-8
