"""Measure an employer's first page with many requests: `python -m bench.employer_page`."""

import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient

from bench.month import SECRET
from bench.served import table
from tests.factories import make_account, make_contact, make_offer, make_organisation, sign_in
from webapp import clock, create_app
from webapp.applications.models import Application, Meeting
from webapp.config import Config, engines
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.operations import migrations

TIMES = 20
STATES = ("sent", "sent", "sent", "seen", "proposed", "chosen", "met", "hired", "not_selected")


def make_requests(offers: list[Offer], count: int) -> None:
    """Make so many requests, in every state."""
    now = clock.now()
    for number in range(count):
        status = STATES[number % len(STATES)]
        made = now - timedelta(hours=number % 700)
        asked = Application(
            offer_id=offers[number % len(offers)].id,
            way="they_call",
            status=status,
            first_name="Awa",
            phone=f"+3363998{number % 10_000:04d}",
            idempotency_key=f"bench-{number}",
            created_at=made,
            answer_by=(made + timedelta(days=5)).date(),
            called_at=made if status in ("met", "hired") else None,
            met_at=made if status == "met" else None,
            ended_at=now if status in ("hired", "not_selected") else None,
        )
        if status in ("proposed", "chosen"):
            asked.meetings.append(meeting(number, status))
        db.session.add(asked)
    db.session.commit()


def meeting(number: int, status: str) -> Meeting:
    """Return a meeting, to come or past where it is chosen."""
    at = clock.now() + timedelta(hours=number % 200 - 50)
    chosen = at if status == "chosen" else None
    return Meeting(
        slots=[at.isoformat()], proposed_at=at, starts_at=chosen, chosen_by="", over_by=""
    )


def measured(browser: FlaskClient) -> tuple[float, float, int]:
    """Return the first and the usual milliseconds of processor, and the bytes of the page."""
    spent = []
    for _ in range(TIMES + 1):
        begin = time.process_time()
        page = browser.get("/employeur/", headers={"Sec-Fetch-Site": "same-origin"})
        spent.append((time.process_time() - begin) * 1000)
        assert page.status_code == 200
    return spent[0], median(spent[1:]), len(page.data)


def main() -> None:
    """Print the table."""
    rows: list[list[object]] = []
    for count in (10, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        with tempfile.TemporaryDirectory() as folder:
            first, usual, size = run(Path(folder), count)
        rows.append([f"{count:,}", f"{first:.0f}", f"{usual:.0f}", f"{size:,}"])
    print(table(["requests", "first, ms", "usual, ms", "bytes"], rows))


def run(folder: Path, count: int) -> tuple[float, float, int]:
    """Measure the page with so many requests in a new database."""
    url = f"sqlite:///{folder}/page.db"
    config = Config(
        SECRET_KEY=SECRET, DATA_DIR=folder, TESTING=True, SQLALCHEMY_ENGINES=engines(url)
    )
    app = create_app(config)
    with app.app_context():
        migrations.run()
        here = make_organisation(kind="aci")
        make_contact(organisation=here)
        offers = [make_offer(organisation=here) for _ in range(5)]
        make_requests(offers, count)
        browser = app.test_client()
        sign_in(browser, make_account("employer", organisation=here))
    return measured(browser)


if __name__ == "__main__":
    main()
