"""Places of digital help, brought in from a file in the national schema; run again, none doubles.

The schema (“Schéma de données des lieux de médiation numérique”) is a CSV of one place a line;
values that are several stand with `|` between them. A line that cannot be used is named with its
reason and changes nothing; a place that the file no longer names is paused, never removed.
"""

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from webapp import phones
from webapp.extensions import db
from webapp.organisations import osm_hours
from webapp.organisations.models import HelpPlace
from webapp.places import queries as places

KIND = "digital"
NEEDED = frozenset({"id", "nom", "commune", "code_postal", "adresse", "services"})
LONGEST_ID = 64
HIDDEN = "n'accueille pas de public"
SERVICES = {
    "Accès internet et matériel informatique": "computer",
    "Aide aux démarches administratives": "papers",
    "Insertion professionnelle via le numérique": "work",
    "Maîtrise des outils numériques du quotidien": "learn",
}
SAID = {  # what the schema has no field for, where the presentation says it
    "wifi": re.compile(r"\bwi[- ]?fi\b", re.IGNORECASE),
    "printer": re.compile(r"\bimpri(?:m|ss)|\bphotocop", re.IGNORECASE),
}
LANGUAGES = {"Langues étrangères (anglais)": "en", "Langues étrangères (autres)": "other"}
Line = Mapping[str, str]


class BadLine(ValueError):
    """A line that cannot be used; its text says why."""


class BadFile(ValueError):
    """The file is not in the schema, or holds no place: nothing was changed."""


@dataclass
class Report:
    """What a run did: how many places are new, changed, alike and paused, and what is wrong."""

    added: int = 0
    changed: int = 0
    alike: int = 0
    paused: int = 0
    wrong: list[str] = field(default_factory=list)  # lines left out, each with its reason
    unread: list[str] = field(default_factory=list)  # lines whose hours are not understood


def bring_in(path: Path, on: date) -> Report:
    """Bring in the places of a file; raise BadFile where it holds none."""
    report, named = Report(), set[str]()
    found: dict[str, dict[str, Any]] = {}
    for number, line in lines(path):
        source_id = name_of(line)
        named.add(source_id)
        try:
            if source_id in found:
                raise BadLine("another line has the same id")
            found[source_id] = facts(line)
        except BadLine as bad:
            report.wrong.append(f"line {number}, id {line.get('id') or '-'}: {bad}")
            continue
        if line.get("horaires") and not found[source_id]["hours"]:
            report.unread.append(f"line {number}, id {line['id']}: {line['horaires']}")
    if not found:
        raise BadFile("it holds no place that can be used")
    keep(found, report)
    report.paused = pause(named, on)
    return report


def lines(path: Path) -> Iterator[tuple[int, Line]]:
    """Give each line of a file with its number; raise BadFile when it is not in the schema."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        mark = ";" if head.count(";") > head.count(",") else ","
        reader = csv.DictReader(file, delimiter=mark, restval="")
        missing = NEEDED - set(reader.fieldnames or ())
        if missing:
            raise BadFile(f"it has no column {', '.join(sorted(missing))}")
        for line in reader:
            known = {name: text for name, text in line.items() if isinstance(name, str)}
            yield reader.line_num, {name: (text or "").strip() for name, text in known.items()}


def name_of(line: Line) -> str:
    """Return the name under which a place is kept."""
    whole = f"mednum-{line['id']}"
    if len(whole) <= LONGEST_ID:
        return whole
    return f"mednum-{hashlib.sha256(whole.encode()).hexdigest()[:48]}"


def facts(line: Line) -> dict[str, Any]:
    """Return the columns of a place; raise BadLine when the line cannot be used."""
    if not line["id"] or not line["nom"]:
        raise BadLine("no id" if not line["id"] else "no name")
    if HIDDEN in line.get("modalites_acces", "").replace("’", "'"):
        raise BadLine("nobody is received there")
    town = town_of(line)
    lat, lon = point(line) or (town.lat, town.lon)
    return {
        "kind": KIND,
        "name": line["nom"][:160],
        "address": ", ".join(filter(None, (line["adresse"], town.name)))[:200],
        "insee": town.insee,
        "lat": lat,
        "lon": lon,
        "phone": phone(line.get("telephone", "")),
        "hours": osm_hours.read(line.get("horaires", "")) or [],
        "services": services(line),
        "languages": [
            LANGUAGES[one] for one in many(line, "prise_en_charge_specifique") if one in LANGUAGES
        ],
        "free": many(line, "frais_a_charge") == ["Gratuit"],
    }


def many(line: Line, name: str) -> list[str]:
    """Return the values of a field that takes several."""
    return [one.strip() for one in line.get(name, "").split("|") if one.strip()]


def services(line: Line) -> list[str]:
    """Return what one finds there: by the schema's own lists, and by what the place says."""
    told = f"{line.get('presentation_resume', '')} {line.get('presentation_detail', '')}"
    listed = [SERVICES[one] for one in many(line, "services") if one in SERVICES]
    return sorted({*listed, *(key for key, words in SAID.items() if words.search(told))})


def town_of(line: Line) -> places.Commune:
    """Return the commune of a place, by its code, else by its name and postcode."""
    known = places.commune(line["code_insee"]) if line.get("code_insee") else None
    if known is None:
        found = places.choices(f"{line['commune']} {line['code_postal']}")
        known = found[0] if found else None
    if known is None:
        raise BadLine(f"no commune is named {line['commune']} {line['code_postal']}".rstrip())
    return known


def point(line: Line) -> tuple[float, float] | None:
    """Return where a place is; None when the line does not say; raise BadLine for no such point."""
    lat, lon = line.get("latitude", ""), line.get("longitude", "")
    if not lat and not lon:
        return None
    try:
        found = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        raise BadLine(f"no point is {lat}, {lon}") from None
    if not (-90 <= found[0] <= 90 and -180 <= found[1] <= 180):
        raise BadLine(f"no point is {lat}, {lon}")
    return found


def phone(text: str) -> str | None:
    """Return the number as E.164; none where there is none that can be called."""
    try:
        return phones.read(text).e164
    except phones.BadPhone:
        return None


def keep(found: Mapping[str, dict[str, Any]], report: Report) -> None:
    """Write each place: a new one, or what has changed in the one that is kept."""
    kept = {place.source_id: place for place in all_of_them()}
    for source_id, told in found.items():
        place = kept.get(source_id)
        if place is None:
            db.session.add(HelpPlace(source_id=source_id, **told))
            report.added += 1
        elif place.gone_since or any(getattr(place, name) != told[name] for name in told):
            place.gone_since = None
            for name, value in told.items():
                setattr(place, name, value)
            report.changed += 1
        else:
            report.alike += 1
    db.session.flush()


def pause(named: set[str], on: date) -> int:
    """Pause the places that a file no longer names; return how many were not paused before."""
    gone = [one for one in all_of_them() if one.gone_since is None and one.source_id not in named]
    for place in gone:
        place.gone_since = on
    return len(gone)


def all_of_them() -> list[HelpPlace]:
    """Return every place of digital help, paused ones too."""
    return list(db.session.scalars(select(HelpPlace).where(HelpPlace.kind == KIND)))
