"""Reads of the families of work, of the everyday jobs and of the words for them."""

from functools import cache
from pathlib import Path

from webapp.jobs.words import FAMILIES, JOBS, Family, Job

DATA = Path(__file__).parent / "data"


def families() -> tuple[Family, ...]:
    """All families of work, in the order of the grid of pictures."""
    return FAMILIES


def family(key: str) -> Family | None:
    """The family with this key, or None."""
    return _families_by_key().get(key)


def jobs(family: str | None = None) -> tuple[Job, ...]:
    """The everyday jobs, all of them or those of one family, in the order of words.py."""
    return JOBS if family is None else _jobs_by_family().get(family, ())


def job(key: str) -> Job | None:
    """The job with this key, or None."""
    return _jobs_by_key().get(key)


def family_of(code: str) -> str | None:
    """The key of the family a ROME v3 code belongs to, or None for an unknown code."""
    return _families_by_code().get(code)


@cache
def _families_by_key() -> dict[str, Family]:
    return {family.key: family for family in FAMILIES}


@cache
def _jobs_by_key() -> dict[str, Job]:
    return {job.key: job for job in JOBS}


@cache
def _jobs_by_family() -> dict[str, tuple[Job, ...]]:
    return {
        family.key: tuple(job for job in JOBS if job.family == family.key) for family in FAMILIES
    }


@cache
def _families_by_code() -> dict[str, str]:
    lines = (DATA / "families.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return dict(rows[1:])
