"""The public feed of structures, read from its pages: typed values, and every fault named."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from webapp.organisations.feed_text import cut, one_line, plain_text
from webapp.organisations.kinds import FED, OrganisationKind
from webapp.phones import BadPhone, read

Json = Mapping[str, Any]
KINDS = {kind.upper(): OrganisationKind(kind) for kind in FED}
CONTRACTS = {
    "cdi": "cdi",
    "cdi inclusion": "cdi_inclusion",
    "cdd": "cdd",
    "cdd d'usage": "cdd",
    "cdd insertion": "cddi",
    "cdd-i phc": "cddi",
    "cdd-i cvg": "cddi",
    "cdd tremplin": "cdd",
    "contrat d'apprentissage": "apprenticeship",
    "contrat de professionnalisation": "professional",
}
ROME = re.compile(r"\b([A-N]\d{4})\b", re.IGNORECASE)
MOST_POSITIONS = 99
MOVED_MEANWHILE = 0.01  # share of the feed that may come or go while its pages are being read


@dataclass(frozen=True)
class Address:
    """Where something is, in the words of the feed; `insee` where it gives a code."""

    lines: str = ""
    postcode: str = ""
    town: str = ""
    departement: str = ""
    insee: str = ""


@dataclass(frozen=True)
class Job:
    """A job of a structure, as the feed tells it; without `place`, at the structure's address."""

    id: str
    title: str
    rome: str
    is_open: bool
    words: str
    contract: str | None
    positions: int
    place: Address | None


@dataclass(frozen=True)
class Structure:
    """A structure as the feed tells it; `phone` is E.164, or None where there is none to call."""

    id: str
    kind: str
    name: str
    about: str
    phone: str | None
    blocked: bool
    address: Address
    jobs: tuple[Job, ...] = field(repr=False)


@dataclass
class Reading:
    """What the pages held. `whole` is false when something may be missing from them."""

    structures: dict[str, Structure] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    whole: bool = True
    pages: int = 0
    announced: int = 0  # the number of structures that the pages say there are
    follows: bool = False  # the last page says that another follows

    def finish(self) -> None:
        """Decide whether everything is there: no fault, no page left, as many as announced."""
        least = self.announced * (1 - MOVED_MEANWHILE)
        lost = self.problems or self.follows or len(self.structures) < least
        self.whole = self.whole and bool(self.structures) and not lost


def facts_of(item: Structure | Job) -> dict[str, Any]:
    """Return what the feed said, as JSON keeps it, to be compared at the next run."""
    facts = asdict(item)
    facts.pop("jobs", None)
    return facts


def pages_of(text: str) -> Iterator[tuple[str, Any]]:
    """Give the pages of a saved feed, each with its name: one, a list of them, or one a line.

    A line that is no JSON is given as its error, a ValueError.
    """
    try:
        yield from pages_in("page", json.loads(text))
        return
    except (ValueError, RecursionError):
        pass
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield from line_pages(f"line {number}", line)


def line_pages(name: str, line: str) -> Iterator[tuple[str, Any]]:
    """Give the pages of one line."""
    try:
        yield from pages_in(name, json.loads(line))
    except (ValueError, RecursionError):
        yield name, ValueError("is no JSON")


def pages_in(name: str, data: Any) -> Iterator[tuple[str, Any]]:
    """Give the pages of one JSON value; structures outside any page make one."""
    if isinstance(data, list) and not any(is_page(item) for item in data):
        yield name, {"results": data}
    elif isinstance(data, list):
        for number, item in enumerate(data, start=1):
            yield f"{name} {number}", item
    elif isinstance(data, Mapping) and "siret" in data and "type" in data:
        yield name, {"results": [data]}
    else:
        yield name, data


def is_page(data: Any) -> bool:
    """Return whether a value has the shape of a page of the feed."""
    return isinstance(data, Mapping) and "results" in data


def take_page(reading: Reading, name: str, page: Any) -> None:
    """Add a page to what was read, or note why it cannot be; what came before stays."""
    fault = fault_of(page)
    if fault:
        reading.problems.append(f"{name}: {fault}")
        return
    reading.pages += 1
    reading.follows = bool(page.get("next"))
    announced = page.get("count")
    if isinstance(announced, int):
        reading.announced = max(reading.announced, announced)
    for number, item in enumerate(page["results"], start=1):
        structure, fault = structure_of(item)
        if structure:
            reading.structures[structure.id] = structure
        if fault:
            reading.problems.append(f"{name}, structure {number}: {fault}")


def fault_of(page: Any) -> str:
    """Return why a value is no page of the feed; an empty text when it is one."""
    if isinstance(page, ValueError):
        return f"{page}: the page is left out"
    if not isinstance(page, Mapping) or not isinstance(page.get("results"), list):
        detail = page.get("detail") if isinstance(page, Mapping) else None
        said = f" ({one_line(detail)[:80]})" if detail else ""
        return f"holds no list of results{said}: the page is left out"
    status = page.get("status")
    if isinstance(status, int) and status >= 400:
        return f"is an error, status {status}: the page is left out"
    return ""


def structure_of(item: Any) -> tuple[Structure | None, str]:
    """Return a structure and what is wrong with it; None where it cannot be kept."""
    if not isinstance(item, Mapping) or not one_line(item.get("id")):
        return None, "has no id"
    feed_id = one_line(item["id"])[:36]
    kind = KINDS.get(one_line(item.get("type")).upper())
    name = one_line(item.get("enseigne")) or one_line(item.get("raison_sociale"))
    if kind is None:
        return None, f"{feed_id} is of an unknown type, {one_line(item.get('type'))!r}"
    if not name:
        return None, f"{feed_id} has no name"
    jobs = [job_of(job) for job in list_of(item.get("postes"))]
    structure = Structure(
        id=feed_id,
        kind=kind.value,
        name=name[:120],
        about=cut(plain_text(item.get("description")), 300),
        phone=phone_of(item.get("telephone")),
        blocked=is_true(item.get("bloque_candidatures")),
        address=address_of(item),
        jobs=tuple(job for job in jobs if job is not None),
    )
    return structure, "" if None not in jobs else f"{feed_id} has a job without id"


def list_of(value: Any) -> list[Any]:
    """Return a list; an empty one in place of anything else."""
    return value if isinstance(value, list) else []


def address_of(item: Json) -> Address:
    """Return the address of a structure."""
    lines = (one_line(item.get("addresse_ligne_1")), one_line(item.get("addresse_ligne_2")))
    return Address(
        lines=", ".join(line for line in lines if line)[:200],
        postcode=one_line(item.get("code_postal")),
        town=one_line(item.get("ville")),
        departement=one_line(item.get("departement")),
    )


def job_of(item: Any) -> Job | None:
    """Return a job of a structure; None where it has no id to be known by again."""
    if not isinstance(item, Mapping) or not one_line(item.get("id")):
        return None
    code = ROME.search(one_line(item.get("rome")))
    positions = item.get("nombre_postes_ouverts")
    positions = positions if isinstance(positions, int) else 1
    title = one_line(item.get("appellation_modifiee"))
    words = plain_text(item.get("description")) or title
    return Job(
        id=one_line(item["id"])[:20],
        title=title[:120],
        rome=code[1].upper() if code else "",
        is_open=is_true(item.get("recrutement_ouvert")) and positions > 0,
        words=cut(" ".join(filter(None, (words, plain_text(item.get("profil_recherche"))))), 500),
        contract=CONTRACTS.get(one_line(item.get("type_contrat")).casefold().replace("’", "'")),
        positions=min(max(positions, 1), MOST_POSITIONS),
        place=place_of(item.get("lieu")),
    )


def place_of(item: Any) -> Address | None:
    """Return where a job is; None where it is at the structure's address."""
    if not isinstance(item, Mapping):
        return None
    return Address(
        postcode=one_line(next(iter(list_of(item.get("code_postaux"))), "")),
        town=one_line(item.get("nom")),
        departement=one_line(item.get("departement")),
        insee=one_line(item.get("code_insee")),
    )


def is_true(value: Any) -> bool:
    """Return whether a value says yes; the feed writes some of them as texts."""
    return one_line(value).casefold() in ("true", "1")


def phone_of(value: Any) -> str | None:
    """Return the first number of a text that can be called, as E.164."""
    text = one_line(value)
    for part in (text, *re.split(r"\s*(?:[/;,]|\bou\b)\s*", text)):
        try:
            return read(part).e164
        except BadPhone:
            continue
    return None
