"""Measure the memory of each process after some use: `python -m bench.memory`.

RSS counts shared pages in each process, PSS shares them out: the sum of PSS is what is used.
"""

import time
from pathlib import Path

from bench.served import PAGES, Served, fetch, served, table

ROUNDS = 50  # times that each page is opened first


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


def main() -> None:
    """Print the table."""
    with served() as running:
        for _ in range(ROUNDS):
            for name in PAGES:
                fetch(running.address(name))
        sizes = {name: of_process(pid) for name, pid in processes(running).items()}
    rows: list[list[object]] = [
        [name, f"{rss:.0f}", f"{pss:.0f}"] for name, (rss, pss) in sizes.items()
    ]
    rows.append(["all", "", f"{sum(pss for _rss, pss in sizes.values()):.0f}"])
    print(table(["process", "RSS, MB", "PSS, MB"], rows))


if __name__ == "__main__":
    main()
