"""Measure the memory of each process after some use: `python -m bench.memory`.

RSS counts shared pages in each process, PSS shares them out: the sum of PSS is what is used.
"""

import time
import urllib.parse
import urllib.request
from pathlib import Path

from bench import entered
from bench.served import PAGES, Served, fetch, served, table
from webapp.i18n import LANGUAGES

ROUNDS = 50  # times that each of the main pages is opened first
WORDS = ("menage", "cuisine", "jardin", "macon", "chauffeur", "vendeuse", "secretaire")
MESSAGE = {"text": "Envoyez 200 euros en coupon PCS pour le dossier, je vous embauche lundi."}


def of_process(pid: int) -> tuple[float, float]:
    """Return the RSS and PSS of a process, in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
    return kilobytes["Rss"] / 1024, kilobytes["Pss"] / 1024


def parent_of(pid: int) -> int:
    """Return the process that started this one."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def processes(running: Served) -> dict[str, int]:
    """Return the processes of an instance, once all beat."""
    while len(beats := running.health()["processes"]) < 3:
        time.sleep(0.5)
    web, tasks = beats["web"]["pid"], beats["tasks"]["pid"]
    master = parent_of(web)
    found = {"web worker": web, "web master": master, "tasks": tasks}
    speech = {"speech": beats["speech"]["pid"], "voice": beats["speech"]["voice"]}
    return {**found, **speech, "supervisor": parent_of(master)}


def use_main_pages(running: Served) -> None:
    """Open the main pages, many times."""
    for _ in range(ROUNDS):
        for name in PAGES:
            fetch(running.address(name))


def use_all(running: Served) -> None:
    """Open the main pages and a person's in each language, professionals', searches, a message."""
    held, names = entered.enter(running)
    for language in LANGUAGES:
        here = running.url + (f"/{language}" if language else "")
        for name in PAGES:
            fetch(running.address(name).replace(running.url, here))
        for who, path in entered.PAGES.values():
            if who == "person" or not language:
                fetch(here + path.format(**names), Cookie=held[who])
    for word in WORDS:
        fetch(f"{running.url}/offres?mot={word}&ou=Lyon")
    fetch(f"{running.url}/aide?ou=Lyon")
    sent = urllib.parse.urlencode(MESSAGE).encode()
    own = {"Sec-Fetch-Site": "same-origin"}
    asked = urllib.request.Request(f"{running.url}/arnaques", sent, own)  # noqa: S310  our own
    urllib.request.urlopen(asked, timeout=60).close()  # noqa: S310


def main() -> None:
    """Print the tables: after the main pages alone, then after every kind of page."""
    with served() as running:
        for title, use in (("main pages", use_main_pages), ("every page", use_all)):
            use(running)
            sizes = {name: of_process(pid) for name, pid in processes(running).items()}
            print(table([f"after {title}", "RSS, MB", "PSS, MB"], rows_of(sizes)))


def rows_of(sizes: dict[str, tuple[float, float]]) -> list[list[object]]:
    """Return the lines of a table, with the sum of what is used."""
    rows: list[list[object]] = [
        [name, f"{rss:.0f}", f"{pss:.0f}"] for name, (rss, pss) in sizes.items()
    ]
    return [*rows, ["all", "", f"{sum(pss for _rss, pss in sizes.values()):.0f}"]]


if __name__ == "__main__":
    main()
