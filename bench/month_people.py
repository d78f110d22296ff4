"""What people and employers do in a simulated month: at random, with silence, twice, too late."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from bench.month_world import Clock, Log, Plan, phone
from webapp.applications import actions, answers, inviting, queries
from webapp.applications.actions import Wish
from webapp.applications.enums import Chosen, Reason, Way
from webapp.applications.models import Application
from webapp.errors import Refused
from webapp.extensions import db
from webapp.messages import inbound
from webapp.messages.gateways import Outgoing, Received
from webapp.messages.queries import by_key
from webapp.offers.models import Offer

WORDS = ("APPEL", "apel", "RDV", "rdv svp", "rendez vous", "NON", "non merci", "EMBAUCHE", "3", "?")
Act = Callable[[], object]


@dataclass
class Crowd:
    """Everyone, with what each is about to do and when."""

    plan: Plan
    chance: random.Random
    time: Clock
    log: Log
    offers: list[int]
    agenda: list[tuple[datetime, int, Act]] = field(default_factory=list)
    number: "count[int]" = field(default_factory=count)

    def later(self, hours: float, act: Act) -> None:
        """Plan an act in some hours, give or take."""
        wait = timedelta(hours=hours * self.chance.uniform(0.3, 1.7))
        heappush(self.agenda, (self.time.at + wait, next(self.number), act))

    def act(self) -> None:
        """Let everyone do what they were about to do; each act is a page or an SMS of its own."""
        while self.agenda and self.agenda[0][0] <= self.time.at:
            _moment, _number, act = heappop(self.agenda)
            try:
                act()
                db.session.commit()
            except Refused:
                db.session.rollback()

    def arrive(self, number: int) -> None:
        """Plan when someone asks, perhaps twice, and whether they give up."""
        wish = Wish(
            way=self.chance.choice([Way.THEY_CALL, Way.THEY_CALL, Way.I_VISIT]),
            first_name=self.chance.choice(["Awa", "Joseph", "Irina", "Noé"]),
            phone=phone(1_000 + number, mobile=self.chance.random() < 0.92),
        )
        offer = self.chance.choice(self.offers)
        self.later(24 * self.plan.arrivals * self.chance.random(), lambda: self.ask(offer, wish))

    def ask(self, offer_id: int, wish: Wish, again: bool = False) -> None:
        """Ask for an offer; the same press sometimes comes twice, at once or a day later."""
        offer = db.session.get_one(Offer, offer_id)
        known = queries.same_request(actions.rules.key(offer.id, wish.phone, wish.first_name))
        made = actions.apply(offer, wish, self.time.now())
        self.log.again += known is not None
        self.log.made += known is None
        if not again and self.chance.random() < 0.15:
            self.later(self.chance.choice([0.01, 30]), lambda: self.ask(offer_id, wish, True))
        number = made.id
        if known is None:
            self.plan_employer(number)
            if self.chance.random() < 0.05:
                self.later(60, lambda: self.give_up(number))

    def plan_employer(self, number: int) -> None:
        """Plan what an employer does from the page; four in ten do nothing of themselves."""
        for hours, share, act in (
            (30, 0.35, answers.call),
            (60, 0.25, self.invite),
            (150, 0.20, self.decide),
            (300, 0.10, self.decide),
        ):
            if self.chance.random() < share:
                self.later(hours, lambda act=act: act(self.found(number), self.time.now()))

    def found(self, number: int) -> Application:
        """Return a request as it is now."""
        return db.session.get_one(Application, number)

    def invite(self, application: Application, now: datetime) -> None:
        """Propose the first moments that are free, at times twice."""
        moments = inviting.proposable(application, now)[: self.chance.randint(1, 5)]
        for _press in range(self.chance.choice([1, 1, 2])):
            inviting.propose(application, moments, now)

    def decide(self, application: Application, now: datetime) -> None:
        """Give the answer, take it back at times, press twice at times."""
        hires = self.chance.random() < 0.4
        for _press in range(self.chance.choice([1, 1, 2])):
            if hires:
                answers.hire(application, now)
            else:
                answers.decline(application, self.chance.choice(list(Reason)), now)
        if self.chance.random() < 0.1:
            answers.take_back(application, now)

    def give_up(self, number: int) -> None:
        """Take a request back."""
        actions.cancel(self.found(number), self.time.now())

    def read(self, message: Outgoing) -> None:
        """Let who gets an SMS answer it, or not."""
        kind = message.text
        if "chiffre" in kind and self.chance.random() < 0.7:
            word = self.chance.choice(["1", "le 2", "3", "NON", "9", "bonjour"])
            self.later(8, lambda: self.write(message.to, word))
        elif "vous attend" in kind and self.chance.random() < 0.1:
            self.later(1, lambda: self.write(message.to, "non"))
        elif "Répondez APPEL" in kind and self.chance.random() < 0.4:
            word = self.chance.choice(WORDS)
            self.later(5, lambda: self.write(message.to, word))
        elif self.chance.random() < 0.004:
            self.write(message.to, "STOP")

    def write(self, sender: str, text: str) -> None:
        """Send us an SMS; its provider tells it twice at times."""
        name = f"in-{next(self.number)}"
        for _told in range(self.chance.choice([1, 1, 1, 2])):
            inbound.store(Received(name, sender, text), "memory", self.time.now())

    def choose_on_page(self) -> None:
        """Let someone who is invited choose on the page, at times twice."""
        found = [one for one in queries_of_invited() if self.chance.random() < 0.02]
        for one in found:
            free = inviting.free(one.meeting, self.time.now()) if one.meeting else []
            if free:
                moment = self.chance.choice(free)
                self.later(0.01, lambda n=one.id, m=moment: self.choose(n, m))

    def choose(self, number: int, moment: datetime) -> None:
        """Choose a moment."""
        inviting.choose(self.found(number), moment, Chosen.PAGE, self.time.now())


def queries_of_invited() -> list[Application]:
    """Return who is to choose."""
    from sqlalchemy import select

    wanted = select(Application).where(Application.status == "proposed").order_by(Application.id)
    return list(db.session.scalars(wanted))


def was_told(key: str) -> str:
    """Return what became of a message; empty where there is none."""
    message = by_key(key)
    return f"{message.status}:{message.reason}" if message else ""
