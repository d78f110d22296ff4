"""The door to the communes of France: by code, by words, by point."""

from functools import cache, lru_cache

from webapp.places import rules, sounds
from webapp.places.gazetteer import Commune, departements, gazetteer
from webapp.places.ranking import ranked
from webapp.places.reading import expand, several

SURE = -0.5  # the price of a town of a list, at most
OVER_THE_SEA = 0.9  # a town of the mainland stands beside one overseas, less likely by this
NAMESAKE = 30  # times smaller, at most, than the first of that name
LARGER = 10  # times larger than the town of that very name, for one whose name is near it
ALIKE = 1.2  # dearer than the town of that very name, at most

__all__ = [
    "Commune",
    "choices",
    "commune",
    "departement_name",
    "in_sight",
    "match",
    "nearest_commune",
]


def commune(insee: str) -> Commune | None:
    """The commune or arrondissement with this INSEE code; a former one names its `parent`."""
    entry = gazetteer().entry(insee.upper())
    return None if entry is None else gazetteer().commune(entry)


def match(query: str, limit: int | None = 5) -> list[Commune]:
    """The communes that the words may mean, likeliest first; empty when nothing resembles."""
    return [gazetteer().commune(entry) for _, entry in found(query)[:limit]]


def choices(query: str) -> list[Commune]:
    """The commune that was meant, or the two or three to choose from: see `rules.choices`."""
    return list(likeliest(query))


@lru_cache(maxsize=512)
def in_sight(query: str) -> tuple[Commune, ...]:
    """The same, and others that may be meant: the likeliest is taken, they stay in sight."""
    kept = list(likeliest(query))
    if not kept or len(kept) == rules.MOST_CHOICES:
        return tuple(kept)
    asked, people = " ".join(expand(sounds.plain(query))), max(town.population for town in kept)
    dearest, is_shared = found(query)[0][0] + ALIKE, len(kept) > 1
    for (price, _), town in zip(found(query), match(query, limit=None), strict=True):
        is_larger = price <= dearest and town.population >= people * LARGER
        is_other = bears(town, asked, people, exactly=is_shared)
        if town not in kept and not town.parent and (is_larger or is_other):
            kept.append(town)
    return tuple(kept[: rules.MOST_CHOICES])


def bears(town: Commune, asked: str, people: int, exactly: bool) -> bool:
    """Whether a town bears the name asked, and is not nothing beside that many inhabitants."""
    name = sounds.plain(town.name)
    is_named = name == asked or (not exactly and name.startswith(f"{asked} "))
    return is_named and town.population * NAMESAKE >= people


@lru_cache(maxsize=512)
def likeliest(query: str) -> tuple[Commune, ...]:
    """The same, kept: the same few towns are asked for all day."""
    likely = match(query, limit=None)
    cities = {commune.parent for commune in likely}
    prices = (price for price, _ in found(query))
    ranked = zip(prices, likely, strict=True)
    towns = [(price, town) for price, town in ranked if town.insee not in cities]
    towns = without_seat(towns, sounds.plain(query))
    kept = rules.choices(towns)
    if not all(is_overseas(town) for town in kept):
        return tuple(kept)
    least = towns[0][0] + OVER_THE_SEA if towns else 0.0
    near = [(price, town) for price, town in towns if price <= least and not is_overseas(town)]
    return tuple((kept + rules.choices(near))[: rules.MOST_CHOICES])


def without_seat(towns: list[tuple[float, Commune]], asked: str) -> list[tuple[float, Commune]]:
    """The towns without the main one of a département, where a town bears its name: Vienne."""
    if asked not in departements_said() or not towns or sounds.plain(towns[0][1].name) != asked:
        return towns
    return [(price, town) for price, town in towns if asked in sounds.plain(town.name)]


def is_overseas(town: Commune) -> bool:
    """Whether a town is beyond the seas: an island, or Guyane; Corsica is not."""
    return town.departement.startswith(("97", "98"))


def is_departement(words: str) -> bool:
    """Whether plain words are the number of a département, or its name of several words.

    A name of one word may say something else (`pas cher`); Saint-Martin is a town as well.
    """
    is_number = words[:1].isdecimal()
    is_name = " " in words and not words.startswith("saint")
    return (is_number or is_name) and words in departements_said()


def departement_name(code: str) -> str:
    """The name of the département or overseas collectivity, or "" for an unknown code."""
    return departements().get(code, ("", ""))[0]


def nearest_commune(lat: float, lon: float) -> Commune:
    """The present commune, or arrondissement, whose point is the nearest."""
    known = gazetteer()
    best, least = 0, float("inf")
    for entry in known.outward(lat):
        up, across = known.places[2 * entry], known.places[2 * entry + 1]
        if rules.metres(lat, lon, up, lon) > least:
            break
        if (here := rules.metres(lat, lon, up, across)) < least:
            best, least = entry, here
    return known.commune(best)


@lru_cache(maxsize=512)
def found(query: str) -> tuple[tuple[float, int], ...]:
    """The ranked entries, kept as well; of each town where the words name several."""
    seats = {code: seat for code, (_, seat) in departements().items()}
    known = departements_said()
    towns = [] if gazetteer().is_name(query) else several(query, known)
    each = [ranked(gazetteer(), town, known, seats)[:1] for town in towns]
    if each and all(one and one[0][0] <= SURE for one in each):
        least = min(price for [(price, _)] in each)
        return tuple((least, entry) for entry in dict.fromkeys(entry for [(_, entry)] in each))
    return tuple(ranked(gazetteer(), query, known, seats))


@cache
def departements_said() -> dict[str, frozenset[str]]:
    """The codes of the départements by each way to say them: code, name, name without article."""
    said: dict[str, frozenset[str]] = {"corse": frozenset(("2A", "2B"))}
    for code, (name, _) in departements().items():
        words = sounds.plain(name)
        for way in (code.lower(), words, words.removeprefix("la ")):
            said[way] = frozenset((code,))
    return said
