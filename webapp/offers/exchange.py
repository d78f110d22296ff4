"""Offers as JSON, one a line: what a line must hold, and what is wrong with one that does not."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from webapp import phones
from webapp.jobs.queries import job
from webapp.jobs.tasks import task
from webapp.offers import enums, rules, words
from webapp.organisations.kinds import OrganisationKind
from webapp.places import queries as places

Json = Mapping[str, Any]
NEEDS: dict[str, type[StrEnum]] = {
    "licence": enums.Level,
    "french": enums.French,
    "carrying": enums.Carrying,
    "posture": enums.Posture,
    "screen": enums.Level,
    "experience": enums.Level,
}
LONGEST_WORDS = 500


class Line:
    """One JSON object being read: gives typed values and gathers every problem, not the first."""

    def __init__(self, data: Any, path: str = "", problems: list[str] | None = None) -> None:
        """Read this object; problems of its parts join the same list."""
        self.data: Json = data if isinstance(data, Mapping) else {}
        self.path = path
        self.problems: list[str] = [] if problems is None else problems
        if not isinstance(data, Mapping):
            self.wrong("", "write an object between braces")

    def wrong(self, name: str, advice: str) -> None:
        """Note that a value is wrong, and what to write instead."""
        where = ".".join(part for part in (self.path, name) if part) or "line"
        self.problems.append(f"{where}: {advice}")

    def part(self, name: str) -> "Line":
        """Read an object inside this one."""
        return Line(self.data.get(name), ".".join(filter(None, (self.path, name))), self.problems)

    def text(self, name: str, longest: int, *, needed: bool = False) -> str:
        """Read a text of at most so many characters."""
        value = self.data.get(name, "")
        if not isinstance(value, str) or len(value) > longest or (needed and not value.strip()):
            self.wrong(name, f"write a text of 1 to {longest} characters")
            return ""
        return value.strip()

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int | None:
        """Read a whole number between two bounds."""
        value = self.data.get(name, default)
        if value is None and default is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(name, f"write a whole number from {low} to {high}")
            return default
        return value

    def choice(self, name: str, among: Iterable[str], default: str | None = None) -> str:
        """Read one of a closed list."""
        known = list(among)
        value = self.data.get(name, default)
        if value not in known:
            self.wrong(name, f"write one of {', '.join(known)}")
            return default or known[0]
        return str(value)

    def several(self, name: str, known: Callable[[str], object]) -> list[str]:
        """Read a list of keys that are each known."""
        value = self.data.get(name, [])
        if not isinstance(value, list):
            self.wrong(name, "write a list")
            return []
        unknown = [key for key in value if not (isinstance(key, str) and known(key))]
        if unknown:
            self.wrong(name, f"{unknown[0]!r} is not known")
        return [key for key in value if key not in unknown]


def read(data: Any, today: date) -> tuple[dict[str, Any], list[str]]:
    """Return one line's `organisation`, `contact`, `backup` and `offer`, and its problems."""
    line = Line(data)
    answer = {
        "id": line.text("id", 64),
        "organisation": organisation(line.part("organisation")),
        "contact": contact(line.part("contact")),
        "backup": contact(line.part("backup")),
        "offer": offer(line, today),
    }
    if not line.problems:
        check_whole(line, answer)
    return answer, line.problems


def check_whole(line: Line, answer: Mapping[str, Any]) -> None:
    """Note what the offer as a whole still lacks to be seen by people."""
    facts = {**answer["offer"], "contact_id": 1, "backup_id": 2}
    if answer["contact"]["phone"] == answer["backup"]["phone"]:
        facts["backup_id"] = 1
    for key in rules.missing(facts, kind=answer["organisation"]["kind"]):
        line.wrong(key, "complete it: people cannot see the offer without it")


def organisation(line: Line) -> dict[str, Any]:
    """Read the structure."""
    return {
        "kind": line.choice("kind", [kind.value for kind in OrganisationKind]),
        "name": line.text("name", 120, needed=True),
        "about": line.text("about", 300),
        **place(line),
    }


def place(line: Line) -> dict[str, Any]:
    """Read an address and its point; the middle of the commune where no point is given."""
    commune = places.commune(line.text("insee", 5, needed=True))
    if commune is None:
        line.wrong("insee", "write the INSEE code of a commune")
    lat, lon = line.data.get("lat"), line.data.get("lon")
    if not (isinstance(lat, int | float) and isinstance(lon, int | float)):
        lat, lon = (commune.lat, commune.lon) if commune else (None, None)
    return {
        "insee": commune.insee if commune else "",
        "address": line.text("address", 200),
        "lat": lat,
        "lon": lon,
    }


def contact(line: Line) -> dict[str, Any]:
    """Read a human: first name and phone at least."""
    when = line.data.get("call_when") or {"days": [0, 1, 2, 3, 4], "from": 540, "to": 1020}
    return {
        "first_name": line.text("first_name", 40, needed=True),
        "last_name": line.text("last_name", 60),
        "role": line.text("role", 60),
        "phone": phone(line),
        "languages": line.several("languages", lambda key: key in words.LANGUAGES) or ["fr"],
        "call_when": when,
    }


def phone(line: Line) -> str:
    """Read a number in any usual writing."""
    try:
        return phones.read(str(line.data.get("phone", ""))).e164
    except phones.BadPhone:
        line.wrong("phone", "write a French number that can be called for the usual price")
        return ""


def offer(line: Line, today: date) -> dict[str, Any]:
    """Read the offer itself."""
    known = job(line.text("job", 48, needed=True))
    if known is None:
        line.wrong("job", "write the key of a job")
    week = week_of(line)
    return {
        "kind": line.choice("kind", words.KINDS, "job"),
        "job": known.key if known else None,
        "family": known.family if known else None,
        "rome": known.codes[0] if known else None,
        "contract": contract(line),
        "months": line.whole("months", 1, 36),
        "tasks": line.several("tasks", task),
        **where(line.part("place")),
        "week": week,
        **minutes(line, week),
        **start(line, today),
        **pay(line),
        "positions": line.whole("positions", 1, 99, 1),
        **needs(line),
        "bring": line.several("bring", lambda key: key in words.BRING),
        "words": line.text("words", LONGEST_WORDS),
        "promised_days": line.whole("promised_days", 1, 15, 5),
    }


def contract(line: Line) -> str | None:
    """Read the kind of contract; steps towards a job may have none."""
    if line.data.get("contract") is None and line.data.get("kind") in rules.UNPAID:
        return None
    return line.choice("contract", words.CONTRACTS)


def where(line: Line) -> dict[str, Any]:
    """Read where the work is and how to get there."""
    way = line.data.get("way", [])
    if not (isinstance(way, list) and all(isinstance(step, str) for step in way)):
        line.wrong("way", "write a list of short sentences")
        way = []
    return {
        **place(line),
        "place_name": line.text("name", 120),
        "private_home": line.data.get("private_home") is True,
        "zone_km": line.whole("zone_km", 1, 60),
        "way": way[:6],
    }


def week_of(line: Line) -> list[list[int]]:
    """Read slots: `{"days": [0-6], "from": "6:00", "to": "11:00"}`; an end before the start is the
    next morning."""
    slots: list[list[int]] = []
    for number, given in enumerate(line.data.get("week") or []):
        slot = Line(given, f"week.{number}", line.problems)
        begin, end = minute(slot, "from"), minute(slot, "to")
        days = slot.data.get("days")
        if not (isinstance(days, list) and days and all(day in range(7) for day in days)):
            slot.wrong("days", "write a list of days from 0, Monday, to 6, Sunday")
            continue
        slots += [[day, begin, end if end > begin else end + rules.DAY] for day in days]
    return sorted(slots)


def minute(line: Line, name: str) -> int:
    """Read an hour of the day, `6:30`, as minutes."""
    hours, _colon, rest = str(line.data.get(name, "")).partition(":")
    if hours.isdigit() and rest.isdigit() and int(hours) < 24 and int(rest) < rules.HOUR:
        return int(hours) * rules.HOUR + int(rest)
    line.wrong(name, "write an hour like 6:30")
    return 0


def minutes(line: Line, week: list[list[int]]) -> dict[str, int | None]:
    """Read the minutes a week, by default those of the slots."""
    low = line.whole("weekly_minutes", 30, 60 * 60) or rules.weekly_minutes(week) or None
    return {
        "weekly_minutes": low,
        "weekly_minutes_max": line.whole("weekly_minutes_max", 30, 60 * 60),
    }


def start(line: Line, today: date) -> dict[str, Any]:
    """Read when the work starts: a day, or one of the closed list."""
    given = line.data.get("start", "now")
    if given in words.START:
        return {"start": given, "starts_on": None}
    try:
        return {"start": "soon", "starts_on": date.fromisoformat(str(given))}
    except ValueError:
        line.wrong(
            "start", f"write a day like {today.isoformat()} or one of {', '.join(words.START)}"
        )
        return {"start": "now", "starts_on": None}


def pay(line: Line) -> dict[str, int | None]:
    """Read the pay of an hour, in cents."""
    return {
        "pay_cents": line.whole("pay_cents", 100, 20_000),
        "pay_cents_max": line.whole("pay_cents_max", 100, 20_000),
    }


def needs(line: Line) -> dict[str, Any]:
    """Read what the work asks, and which of it is taught on the spot."""
    part = line.part("needs") if "needs" in line.data else Line({})
    usual = {"french": "some", "posture": "standing"}
    asked = {
        name: part.choice(name, [value.value for value in among], usual.get(name, "none"))
        for name, among in NEEDS.items()
    }
    return {**asked, "learned": part.several("learned", lambda key: key in NEEDS)}
