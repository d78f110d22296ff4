"""The shape of a search: what the address of the page of results may hold."""

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from webapp.jobs.queries import family
from webapp.offers.finding import MAX_PAGE, NEEDS, RADII, USUAL_RADIUS, Asked

LONGEST = 120  # characters read of a typed word or place


def asked(args: MultiDict[str, str]) -> Asked:
    """Read a search from an address: what cannot be understood there counts as not said."""
    chosen, needs = args.get("metier", ""), args.getlist("besoin")
    return Asked(
        family=chosen if family(chosen) else "",
        word=" ".join(args.get("mot", "")[:LONGEST].split()),
        where=" ".join(args.get("ou", "")[:LONGEST].split()),
        point=point(args),
        radius=radius(args),
        needs=tuple(need for need in NEEDS if need in needs),
        page=min(max(args.get("page", 1, type=int), 1), MAX_PAGE),
    )


def point(args: Mapping[str, str]) -> tuple[float, float] | None:
    """Read a point, rounded to about 100 m: enough to walk by, too little to find a door."""
    try:
        lat, lon = float(args["lat"]), float(args["lon"])
    except (KeyError, ValueError):
        return None
    on_earth = -90 <= lat <= 90 and -180 <= lon <= 180  # also refuses what is no number
    return (round(lat, 3), round(lon, 3)) if on_earth else None


def radius(args: MultiDict[str, str]) -> int:
    """Read a radius in kilometres: the least of those proposed that holds it."""
    given = args.get("rayon", USUAL_RADIUS, type=int)
    return next((known for known in RADII if known >= given), RADII[-1])
