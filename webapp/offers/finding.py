"""What someone asked for, where, and what was found: the reads behind the page of results."""

from dataclasses import dataclass, replace

from werkzeug.utils import cached_property

from webapp.jobs import queries as jobs
from webapp.offers import queries, search
from webapp.offers.kindred import like
from webapp.offers.queries import Found
from webapp.offers.rules import Flag
from webapp.offers.search import Hit
from webapp.offers.sentences import Said, parted
from webapp.offers.text import plain
from webapp.places import queries as places
from webapp.places.queries import Commune

PAGE = 10
FEW = 3  # under this, what lies near in place or in kind is shown as well
MAX_PAGE = 10
RADII = (5, 10, 20, 30, 50, 100)  # kilometres
USUAL_RADIUS = 30
# Beyond the widest circle that one may ask for, nobody goes to work each day: an offer there is no
# help, and would stand before people to call who live near.
FARTHEST = RADII[-1]
NEEDS = {
    "ecole": Flag.SCHOOL_HOURS,
    "temps-partiel": Flag.PART_TIME,
    "sans-permis": Flag.NO_LICENCE,
    "assis": Flag.SEATED,
    "debout": Flag.STANDING,
    "debutant": Flag.BEGINNER,
    "peu-de-francais": Flag.LITTLE_FRENCH,
    "sans-voiture": Flag.BY_BUS,
    "bientot": Flag.STARTS_SOON,
    "pas-de-nuit": Flag.NO_NIGHT,
    "emploi": Flag.JOB,
    "immersion": Flag.IMMERSION,
    "stage": Flag.INTERNSHIP,
    "formation": Flag.TRAINING,
}


@dataclass(frozen=True)
class Spot:
    """The point from which distances are told, and the commune whose name people read."""

    lat: float
    lon: float
    commune: Commune | None
    exact: bool  # the person's own position, not the middle of a town


@dataclass(frozen=True)
class Asked:
    """What the address of the page asks for; every part may be empty."""

    family: str = ""
    word: str = ""
    where: str = ""
    point: tuple[float, float] | None = None
    radius: int = USUAL_RADIUS
    needs: tuple[str, ...] = ()
    page: int = 1


class Finding:
    """What was understood of a search and what was found, each read at most once."""

    def __init__(self, asked: Asked) -> None:
        """Take what was asked."""
        self.asked = asked

    @cached_property
    def said(self) -> Said:
        """The words for the work and for the place, wherever each was written."""
        asked = self.asked
        if asked.point or asked.family:
            return Said(asked.word, asked.where)
        return parted(asked.word, asked.where)

    @cached_property
    def communes(self) -> list[Commune]:
        """The communes that the words may mean: one when it is clear, two or three when not."""
        return list(places.in_sight(self.said.where)) if self.said.where else []

    @property
    def is_clear_place(self) -> bool:
        """Whether the words mean one commune first, though others bear its name."""
        return len(places.choices(self.said.where)) < 2

    @cached_property
    def spot(self) -> Spot | None:
        """Where to look from: the given point, else the first commune meant."""
        if self.asked.point:
            lat, lon = self.asked.point
            return Spot(lat, lon, places.nearest_commune(lat, lon), exact=True)
        commune = next(iter(self.communes), None)
        return Spot(commune.lat, commune.lon, commune, exact=False) if commune else None

    @cached_property
    def word(self) -> str:
        """The word for a work; empty when it only says that any work will do."""
        return "" if jobs.asks_for_any_work(self.said.word) else self.said.word

    @cached_property
    def match(self) -> "jobs.Match":
        """The work that the word means."""
        return jobs.match(self.word)

    @property
    def flags(self) -> int:
        """The needs asked for, as one number."""
        return int(Flag(sum(NEEDS[need] for need in self.asked.needs)))

    @cached_property
    def wanted(self) -> search.Wanted:
        """The work wanted: a family, the codes that a word means, or the bare words."""
        family = (self.asked.family,) if self.asked.family else ()
        if not self.word:
            return search.Wanted(families=family, flags=self.flags)
        if self.match.codes:
            return search.Wanted(codes=tuple(self.match.codes), flags=self.flags)
        words = tuple(plain(self.word).split()[:6])
        return search.Wanted(families=family, words=words, flags=self.flags)

    @cached_property
    def hits(self) -> list[Hit]:
        """Where to find this page of offers, and one more when there is a next page."""
        if self.spot is None:
            return []
        return search.near(
            self.spot.lat,
            self.spot.lon,
            self.wanted,
            radius_km=self.asked.radius,
            limit=PAGE + 1,
            skip=(self.asked.page - 1) * PAGE,
        )

    @property
    def here(self) -> list[Hit]:
        """Where to find the offers of this page."""
        return self.hits[:PAGE]

    @property
    def shown(self) -> list[Found]:
        """The offers of this page."""
        return queries.found(self.here)

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        return len(self.hits) > PAGE and self.asked.page < MAX_PAGE

    @property
    def understood(self) -> bool:
        """Whether the word means a work that we know, or stands in an offer."""
        return not self.word or bool(self.match.codes) or bool(self.hits) or self.is_past_end

    @property
    def is_past_end(self) -> bool:
        """Whether this page comes after the last of the list."""
        return self.asked.page > 1 and self.spot is not None and not self.hits

    @property
    def is_short(self) -> bool:
        """Whether so few offers are here that others must be proposed."""
        return self.asked.page == 1 and len(self.hits) < FEW

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families of work near to what was asked."""
        if self.asked.family:
            return (self.asked.family,)
        return self.match.families[:1] if self.word else ()

    @cached_property
    def needless(self) -> list[Hit]:
        """The same work around, whatever one needs, where it is needs that leave nothing here."""
        if not (self.is_short and self.flags) or self.hits:
            return []
        return self.others(replace(self.wanted, flags=0))

    @cached_property
    def near_in_kind(self) -> list[Hit]:
        """Offers like those asked for, when few are here: of the family, else of one like it."""
        if not self.is_short or self.needless:
            return []
        for families in self.kindred:
            found = self.others(search.Wanted(families=families, flags=self.flags))
            if found:
                return found
        return []

    @property
    def kindred(self) -> list[tuple[str, ...]]:
        """The families to look in for a work that has few offers, the most like it first."""
        if not self.families:
            return []
        own = [self.families] if self.word else []
        return own if self.hits else [*own, like(self.families[0])]

    @cached_property
    def near_in_place(self) -> list[Hit]:
        """Any work near here, when the one asked for has few; whatever one needs, if none has."""
        if not self.is_short or self.is_answered_in_kind:
            return []
        found = self.others(search.Wanted(flags=self.flags))
        return found or (self.others(search.Wanted()) if not self.hits else [])

    def others(self, wanted: search.Wanted) -> list[Hit]:
        """Return up to three offers around that are not shown already."""
        if self.spot is None:
            return []
        known = {hit.id for hit in self.hits}
        lat, lon = self.spot.lat, self.spot.lon
        hits = search.near(lat, lon, wanted, radius_km=self.asked.radius, limit=6)
        return [hit for hit in hits if hit.id not in known][:FEW]

    @cached_property
    def nearest(self) -> list[Hit]:
        """Where to find the nearest offer, when none is within the radius: as asked, else any."""
        if self.hits or self.asked.page > 1:
            return []
        return self.beyond or (self.any_beyond if not self.is_answered else [])

    @property
    def is_answered_in_kind(self) -> bool:
        """Whether offers like those asked for are proposed around."""
        return bool(self.needless or self.near_in_kind)

    @property
    def is_answered(self) -> bool:
        """Whether other offers are proposed around."""
        return bool(self.is_answered_in_kind or self.near_in_place)

    @cached_property
    def beyond(self) -> list[Hit]:
        """The next nearest offer asked for, beyond the few that are here."""
        return self.next_nearest(self.wanted) if self.is_short else []

    @cached_property
    def any_beyond(self) -> list[Hit]:
        """The nearest offer of the same work, whatever one needs, else of any."""
        needless = self.next_nearest(replace(self.wanted, flags=0)) if self.flags else []
        return needless or self.next_nearest(search.Wanted())

    def next_nearest(self, wanted: search.Wanted) -> list[Hit]:
        """Return the nearest offer that is not here, as far as one can go."""
        if self.spot is None:
            return []
        lat, lon, known = self.spot.lat, self.spot.lon, len(self.hits)
        return search.near(lat, lon, wanted, radius_km=FARTHEST, limit=known + 1)[known:]

    @cached_property
    def wider(self) -> int | None:
        """The next radius to propose, in kilometres: one that holds something more."""
        if not self.beyond:
            return None
        least = max((self.beyond[0].metres or 0) / 1000, self.asked.radius + 1)
        return next((radius for radius in RADII if radius >= least), None)

    @cached_property
    def newest(self) -> list[Hit]:
        """Where to find the newest offers, for someone who has not said where."""
        if self.spot:
            return []
        kind = next(iter(self.families), None)
        found = queries.newest(kind, FEW * 2)
        return found if found or kind is None else queries.newest(None, FEW * 2)

    @property
    def without_place(self) -> list[Found]:
        """The newest offers, for someone who has not said where."""
        return queries.found(self.newest)
