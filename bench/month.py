"""A simulated month of requests: 200 employers, 2,000 people, silence, outages, kills, clock jumps.

    python -m bench.month [EMPLOYERS PEOPLE SEED]

The product's own actions, clock, sweeper and database run; the provider, the machine's clock and
the people alone are simulated. A kill is an exception that nothing catches, after which a new
session begins, as after `kill -9`. Each look of the clock comes late, twice or not at all, at
random. It prints what must be nought, and what became of every request.
"""

import random
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from flask import Flask

from bench import month_checks, month_world
from bench.month_people import Crowd
from bench.month_world import START, Clock, Killed, Log, Plan, Provider
from bench.served import table
from webapp import create_app
from webapp.applications import clocks
from webapp.applications.models import Application
from webapp.applications.rules import Step
from webapp.config import Config, engines
from webapp.extensions import db
from webapp.messages import sweeping
from webapp.messages.settings import Settings
from webapp.operations import migrations

SECRET = "only for a simulation: 0123456789 abcdefghij"  # noqa: S105


class Month:
    """A simulation: what it is made of, and one turn after another."""

    def __init__(self, plan: Plan) -> None:
        """Make the world."""
        self.plan, self.chance = plan, random.Random(plan.seed)
        self.time, self.log = Clock(), Log()
        self.time.install()
        self.provider = Provider(plan, self.chance, self.time)
        offers = month_world.make_employers(plan, self.chance)
        self.crowd = Crowd(plan, self.chance, self.time, self.log, offers)
        for number in range(plan.people):
            self.crowd.arrive(number)
        self.paused_until = START
        self.pending: list[tuple[object, ...]] = []
        self.watch()

    def watch(self) -> None:
        """Count each step that the clock takes and that is committed."""

        def watched(step: Step) -> None:
            kept = ACTS[step]

            def act(application: Application, now: object) -> None:
                self.pending.append((application.id, step, application.waits_since))
                kept(application, now)  # type: ignore[arg-type]

            clocks.ACTS[step] = act

        for step in Step:
            watched(step)

    def run(self) -> None:
        """Let the days pass on which people ask, then others until nobody waits."""
        asked = START + timedelta(days=self.plan.arrivals)
        end = asked + timedelta(days=self.plan.tail)
        while self.time.at < asked or (self.time.at < end and month_checks.waits()):
            self.turn()
            self.time.at += self.plan.step * (1 if self.time.at < asked else 3)

    def turn(self) -> None:
        """One step of time: what happens to the machine, what people do, what the tasks do."""
        self.happen()
        self.crowd.act()
        self.crowd.choose_on_page()
        if self.time.at >= self.paused_until:
            for _time in range(self.chance.choice([1, 1, 2])):
                self.guarded(self.look)
                self.guarded(self.sweep)
        for message in self.provider.new:
            self.crowd.read(message)
        self.provider.new.clear()
        db.session.commit()

    def happen(self) -> None:
        """Outages, pauses of the task process, jumps of the clock."""
        hours = self.plan.step / month_world.HOUR
        if self.chance.random() < self.plan.outage * hours:
            self.provider.down_until = self.time.at + timedelta(hours=self.chance.uniform(1, 12))
            self.log.outages += 1
        if self.chance.random() < self.plan.pause * hours:
            self.paused_until = self.time.at + timedelta(hours=self.chance.uniform(1, 48))
            self.log.pauses += 1
        if self.chance.random() < 0.02:
            self.time.skew = timedelta(minutes=self.chance.uniform(-60, 60))
            self.log.jumps += 1

    def guarded(self, work: object) -> None:
        """Do some work as a process does; after a kill, what was not committed never was."""
        try:
            work()  # type: ignore[operator]
        except Killed:
            self.log.kills += 1
            db.session.rollback()
            db.session.close()
        self.pending.clear()

    def look(self) -> None:
        """Let the clock look, in batches; a batch may be cut before it is committed."""
        while clocks.run(self.time.now()):
            if self.chance.random() < self.plan.kill * 10:
                raise Killed
            db.session.commit()
            for step in self.pending:
                self.log.steps[step] += 1
            self.pending.clear()

    def sweep(self) -> None:
        """Send what is due."""
        sweeping.turn(self.time.now, longest=60)


ACTS = dict(clocks.ACTS)


def simulate(plan: Plan, folder: Path) -> month_checks.Found:
    """Run a simulation on a new database and return what it found."""
    url = f"sqlite:///{folder}/month.db"
    app = create_app(
        Config(
            SECRET_KEY=SECRET,
            DATA_DIR=folder,
            TESTING=True,
            SQLALCHEMY_ENGINES=engines(url),
        )
    )
    with app.app_context():
        migrations.run()
        return simulated(app, plan)


def simulated(app: Flask, plan: Plan) -> month_checks.Found:
    """Run a simulation in an application whose database is empty, and return what it found."""
    app.config["MESSAGES"] = Settings(sms="memory")
    month = Month(plan)
    app.extensions["gateways"] = {"memory": month.provider}
    try:
        month.run()
    finally:
        clocks.ACTS.update(ACTS)
    return month_checks.look(month.provider, month.log)


def main() -> None:
    """Print the two tables."""
    given = [int(text) for text in sys.argv[1:4]]
    plan = Plan(**dict(zip(("employers", "people", "seed"), given, strict=False)))
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = simulate(plan, Path(folder))
    print(
        f"{plan.employers} employers, {plan.people} people, seed {plan.seed}: "
        f"{time.monotonic() - begin:.0f} s\n"
    )
    print(
        table(["must be nought", "found"], [[name, count] for name, count in found.faults.items()])
    )
    print()
    print(table(["what happened", "count"], [[name, count] for name, count in found.facts.items()]))
    print()
    rows = [[kind, count, f"{parts / count:.2f}"] for kind, (count, parts) in found.parts.items()]
    print(table(["SMS", "sent", "parts each"], rows))


if __name__ == "__main__":
    main()
