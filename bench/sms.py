"""How many parts each SMS makes, with usual and with long names: `python -m bench.sms`.

Messages of requests, of meetings, of alerts, of those who search by SMS, of sign-in and of
presentations, made by the product's own words, in the alphabet of phones.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bench.served import table
from webapp.alerts import texts as alerts
from webapp.applications import reply_texts as replies
from webapp.applications import texts as requests
from webapp.applications.enums import Reason
from webapp.bysms import texts as bysms
from webapp.messages import texts as general
from webapp.messages.rules import gsm, parts
from webapp.offers import texts as offers
from webapp.offers.models import Offer
from webapp.offers.queries import Found
from webapp.organisations.models import Contact, Organisation
from webapp.people import erasing
from webapp.presenting import texts as presenting

TABLES = len(erasing.TRACES)  # every table is known once this module is
SITE = "https://deux-pas.example"
REQUEST, EMPLOYER = f"{SITE}/demande/abcd2345", f"{SITE}/employeur/o/abcd2345/AbCdEfGhIjKl"
HELP, PHONE, E164 = "04 65 71 00 00", "06 39 98 12 34", "+33639981234"
DAY, PARIS = date(2026, 12, 1), ZoneInfo("Europe/Paris")
MOMENT = datetime(2026, 12, 2, 14, 30, tzinfo=PARIS)
PLACE, WAY = "8 rue des Tisserands", "Bus C3, arrêt La Soie. Puis 3 min à pied."


class Names:
    """Who writes to whom, about what."""

    def __init__(self, who: str, contact: str, employer: str, job: str, town: str) -> None:
        """Make an offer with these names."""
        self.who, self.contact, self.employer, self.town = who, contact, employer, town
        here = Organisation(name=employer, kind="ei", insee="69256", lat=0, lon=0)
        human = Contact(first_name=contact, phone=E164, organisation=here)
        self.offer = Offer(organisation=here, contact=human, job=job, weekly_minutes=1500)
        self.job = offers.work(self.offer)
        self.found = [Found(self.offer, metres) for metres in (1234, 2345, 13456)]


USUAL = Names("Awa", "Karim", "Les Ateliers", "office-cleaning", "Vaulx-en-Velin")
LONG = Names(
    "Marie-Antoinette",
    "Jean-Christophe",
    "Les Ateliers du Canal et de la Rize",
    "security-guard",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
)
Texts = dict[str, str]


def to_employers(of: Names) -> Texts:
    """Return what contacts are told."""
    when = requests.moment_text(MOMENT, PARIS)
    return {
        "a new request": requests.new_request(of.who, of.job, PHONE, "afternoon"),
        "who waits": requests.waiting(of.who, of.job, PHONE, 12, ""),
        "who waits, to the replacement": requests.waiting(of.who, of.job, PHONE, 12, of.contact),
        "who comes": requests.comes(of.who, when, PHONE),
        "who cannot come": requests.cannot_come(of.who, when, PHONE),
        "who took it back": requests.taken_back(of.who, when),
        "still open? one offer": offers.asked(of.contact, [of.offer], EMPLOYER),
        "still open? three offers": offers.asked(of.contact, [of.offer] * 3, EMPLOYER),
        "kept open": offers.STILL_OPEN.format(job=of.job),
        "ended": offers.over(of.job, EMPLOYER),
    }


def answers_to_employers(of: Names) -> Texts:
    """Return what a contact's words are answered."""
    moments = ", ".join(
        requests.short_moment(MOMENT + timedelta(days=day), PARIS) for day in range(3)
    )
    after = replies.following(of.who, PHONE)
    return {
        "APPEL": replies.calling(of.who, PHONE),
        "RDV": replies.proposed(of.who, moments, ""),
        "RDV, and who is next": replies.proposed(of.who, moments, after),
        "EMBAUCHE": replies.hiring(of.who, "", diagnosis=True),
        "EMBAUCHE, and who is next": replies.hiring(of.who, after, diagnosis=True),
        "NON": replies.why(of.who),
        "NON, why, and who is next": replies.thanks(of.who) + after,
        "a word too late": replies.over(of.who),
    }


def to_people(of: Names) -> Texts:
    """Return what people who look for work are told."""
    when = requests.moment_text(MOMENT, PARIS)
    slots = [requests.short_moment(MOMENT + timedelta(days=day), PARIS) for day in range(5)]
    return {
        "invited, three moments": requests.invited(of.contact, of.employer, slots[:3], REQUEST),
        "invited, five moments": requests.invited(of.contact, of.employer, slots, REQUEST),
        "chosen with an adviser": requests.chosen_with(of.who, of.contact, when, PLACE, PHONE),
        "reminder of a meeting": requests.recalled(of.contact, when, PLACE, WAY, PHONE),
        "meeting called off": requests.off(of.contact, when, PHONE),
        "whom to call": requests.call_them(of.who, of.contact, of.employer, of.job, PHONE),
        "nobody answered": requests.unanswered(of.employer, of.job, REQUEST),
        "hired": requests.hired(of.contact, of.employer, of.job, PHONE, diagnosis=False),
        "hired, diagnosis first": requests.hired(
            of.contact, of.employer, of.job, PHONE, diagnosis=True
        ),
        "not this time": requests.not_selected(of.employer, of.job, Reason.MISSED, REQUEST),
        "presented by an adviser": presenting.presented(
            of.who, of.employer, of.job, of.contact, REQUEST
        ),
        "code": general.code("123456", SITE),
    }


def answers_to_people(of: Names) -> Texts:
    """Return what people's words are answered."""
    when = requests.moment_text(MOMENT, PARIS)
    left = [f"{one}: {requests.short_moment(MOMENT, PARIS)}" for one in (1, 2, 4)]
    return {
        "a moment chosen": replies.chosen(of.contact, when, PLACE, PHONE),
        "moments left": replies.left(left, of.contact, PHONE),
        "cannot come": replies.cannot(of.contact, PHONE),
        "a presentation: OUI": presenting.agreed(of.contact),
        "a presentation: NON": presenting.refused(of.who),
        "three nearest offers": bysms.near(of.town, of.found, DAY),
        "where?": bysms.WHERE,
        "first name?": bysms.WHOSE.format(contact=of.contact),
        "call asked": bysms.asked(of.who, of.offer, of.contact, E164, DAY),
        "no offer": bysms.NOTHING.format(town=of.town, help_line=HELP),
        "alert: question": alerts.asked(of.who, of.job, of.town),
        "alert: yes": alerts.DONE,
        "alert: weekly, three offers": bysms.offers(
            alerts.head(of.who, of.town), alerts.FOOT[3], of.found, DAY
        ),
        "AIDE, and a greeting": general.with_help(general.HELP, HELP),
        "not understood": general.with_help(general.NOT_UNDERSTOOD, HELP),
    }


PARTS = (to_employers, answers_to_employers, to_people, answers_to_people)


def messages(of: Names) -> Texts:
    """Return each message, by what it is."""
    return {name: text for part in PARTS for name, text in part(of).items()}


def main() -> None:
    """Print the table."""
    usual, long = messages(USUAL), messages(LONG)
    rows = [[name, parts(gsm(text)), parts(gsm(long[name]))] for name, text in usual.items()]
    print(table(["SMS", "parts, usual names", "parts, long names"], rows))


if __name__ == "__main__":
    main()
