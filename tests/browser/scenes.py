"""Pages of someone who is in, about what was said or done before: each scene makes it first."""

from collections.abc import Callable
from typing import NamedTuple

from tests.browser.signed_in import Owner, cookies_of, make_owner
from tests.cv.test_cv import ANSWERS
from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_help_request,
    make_offer,
    make_organisation,
    make_person,
)
from tests.followup.making import make_note, make_task
from tests.network.making import make_act
from tests.path_factories import (
    make_approval,
    make_committee,
    make_contract,
    make_liaison,
    make_review,
    make_work_event,
)
from webapp.accounts.models import Account
from webapp.clock import now, today
from webapp.cv import actions as cvs
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.pathways import committees
from webapp.people.models import Person

FRANCE_TRAVAIL = {"kind": "france-travail"}


class Scene(NamedTuple):
    """Who opens a page, and where it is."""

    owner: Owner
    path: str


class Arrived(NamedTuple):
    """The same, for a browser: what it holds, and whether the page is read in other ways too."""

    cookies: dict[str, str]
    path: str
    is_person: bool


def arrive(name: str) -> Arrived:
    """Make what a scene is about; return what a browser needs to open it."""
    owner, path = SCENES[name]()
    db.session.commit()
    return Arrived(cookies_of(owner, confirmed=True), path, isinstance(owner, Person))


def with_cv(path: str) -> Scene:
    """A person who has made their CV."""
    person = make_owner("person")
    assert isinstance(person, Person)
    cvs.keep(person, dict(ANSWERS), now())
    return Scene(person, path)


def with_requests(path: str) -> Scene:
    """A person who has asked twice, and to whom an adviser has proposed a step."""
    fatou, nadia = followed()
    for offer in (make_offer(), make_offer()):
        make_application(person_id=fatou.id, phone=fatou.phone, offer=offer)
    make_task(fatou, nadia, owner=None)
    make_consent(fatou, hires_there(), given_at=None, until=None)  # a question that waits
    return Scene(fatou, path)


def followed() -> tuple[Person, Account]:
    """Someone who agreed to be followed, and their adviser, who wrote and who has to do."""
    place = make_organisation(**FRANCE_TRAVAIL)
    nadia = make_account("adviser", organisation=place, phone="+33465712222")
    fatou = make_person(last_name="Diallo", registered_by_id=nadia.id)
    make_consent(fatou, nadia)
    caseloads.begin(fatou, nadia, now())
    make_task(fatou, nadia, title="Rappeler Karim", due_on=today())
    make_note(fatou, nadia)
    return fatou, nadia


def hires_there() -> Account:
    """Who hires for a SIAE."""
    place = make_organisation(kind="aci", name="Le Chantier vert")
    return make_account("employer", organisation=place, first_name="Karim")


def of_siae(path: str, purpose: str) -> Scene:
    """A SIAE, on a page about someone whom an adviser follows too, and who agreed for this."""
    fatou, _nadia = followed()
    karim = hires_there()
    make_consent(fatou, karim, purpose=purpose)
    caseloads.begin(fatou, karim, now())
    make_task(fatou, karim, title="Signer le contrat", due_on=today())
    return Scene(karim, path.format(person=fatou.public_id))


def beside(path: str) -> Scene:
    """The adviser, on a page about the person whom they follow."""
    fatou, nadia = followed()
    return Scene(nadia, path.format(person=fatou.public_id))


def reading_offers() -> Scene:
    """An adviser, and an offer of their department that waits to be read."""
    nadia = make_account("adviser")
    make_offer(status="in_review")
    return Scene(nadia, "/conseiller/offres/")


def with_approval() -> Scene:
    """A SIAE, and someone whose approval holds."""
    fatou, employer = hired()
    make_approval(person=fatou)
    return Scene(employer, f"/parcours/personnes/{fatou.public_id}/agrement")


def hired() -> tuple[Person, Account]:
    """Someone who agreed that a SIAE reads about them, and the one who hires there."""
    employer = make_account("employer", organisation=make_organisation(kind="aci"))
    fatou = make_person(last_name="Diallo")
    make_consent(fatou, employer)
    return fatou, employer


def at_work(path: str) -> Scene:
    """A SIAE, with someone who works there, has been away and leaves in four months."""
    fatou, employer = hired()
    contract = make_contract(fatou, organisation_id=employer.organisation_id)
    names = {"contract": contract.public_id, "event": make_work_event(contract).public_id}
    return Scene(employer, path.format(person=fatou.public_id, **names))


def sent_to_work() -> Scene:
    """An entitled prescriber, on the liaison form that they began."""
    fatou, nadia = followed()
    return Scene(nadia, f"/parcours/fiches/{make_liaison(fatou, nadia).public_id}")


def asked_for_help() -> Scene:
    """Who answers for a need, on the page of someone who asked."""
    nadia = make_account("adviser", organisation=make_organisation(kind="ccas"))
    asked = make_help_request(organisation=nadia.organisation)
    return Scene(nadia, f"/conseiller/aides/{asked.public_id}")


def after_an_act(path: str) -> Scene:
    """Who noted a workshop."""
    nadia = make_account("adviser", organisation=make_organisation(kind="ccas"))
    act = make_act(organisation=nadia.organisation)
    return Scene(nadia, path.format(act=act.public_id))


def handing_over() -> Scene:
    """A lead, whose adviser follows someone."""
    _fatou, nadia = followed()
    lead = make_account("lead", organisation=nadia.organisation)
    return Scene(lead, "/structure/suivis/")


def in_committee() -> Scene:
    """Who holds a committee where someone's question is asked."""
    fatou, nadia = followed()
    committee = make_committee(nadia)
    committees.submit(committee, fatou, nadia, "Peut-elle passer le permis ?", now())
    return Scene(nadia, f"/parcours/comites/{committee.public_id}")


def with_form() -> Scene:
    """A person for whom an adviser signed a liaison form."""
    fatou, nadia = followed()
    return Scene(fatou, f"/parcours/moi/fiches/{make_liaison(fatou, nadia).public_id}")


def with_review() -> Scene:
    """A person whose exit review waits for their answer."""
    fatou, _nadia = followed()
    return Scene(fatou, f"/parcours/moi/bilans/{make_review(fatou).public_id}")


def with_acts() -> Scene:
    """An adviser whose structure noted an act for an article."""
    adviser = make_owner("adviser")
    assert isinstance(adviser, Account)
    make_act(organisation=adviser.organisation, article="Article 3")
    return Scene(adviser, "/structure/actions/evaluation")


SCENES: dict[str, Callable[[], Scene]] = {
    "my CV": lambda: with_cv("/moi/cv"),
    "a step of my CV": lambda: with_cv("/moi/cv/taches"),
    "my requests and what was proposed": lambda: with_requests("/suivi"),
    "what I have done": lambda: with_requests("/suivi/parcours"),
    "the adviser's day": lambda: beside("/conseiller/"),
    "the adviser's list": lambda: beside("/conseiller/personnes"),
    "a SIAE's day": lambda: of_siae("/conseiller/", "followup"),
    "someone's page, shared with a SIAE": lambda: of_siae("/conseiller/suivi/{person}", "followup"),
    "someone's page, for who may hire": lambda: of_siae("/conseiller/suivi/{person}", "hiring"),
    "someone's page": lambda: beside("/conseiller/suivi/{person}"),
    "a note": lambda: beside("/conseiller/suivi/{person}/notes"),
    "a next step": lambda: beside("/conseiller/suivi/{person}/etapes"),
    "beginning together": lambda: beside("/conseiller/suivi/{person}/ensemble"),
    "how someone reads": lambda: beside("/conseiller/suivi/{person}/lecture"),
    "a sealed fact": lambda: beside("/conseiller/suivi/{person}/protege/housing"),
    "what others changed": lambda: beside("/conseiller/suivi/{person}/depuis"),
    "someone's agreement and card": lambda: beside("/conseiller/personnes/{person}"),
    "someone's CV": lambda: beside("/conseiller/personnes/{person}/cv"),
    "who follows whom": handing_over,
    "a request for help": asked_for_help,
    "a collective act": lambda: after_an_act("/structure/actions/{act}"),
    "a collective act to change": lambda: after_an_act("/structure/actions/{act}/changer"),
    "offers to read": reading_offers,
    "someone's approval": with_approval,
    "someone's contracts": lambda: at_work("/parcours/personnes/{person}/contrats"),
    "what was noted by mistake": lambda: at_work("/parcours/evenements/{event}/retirer"),
    "an exit review": lambda: at_work("/parcours/contrats/{contract}/bilan"),
    "a liaison form": sent_to_work,
    "my own liaison form": with_form,
    "my own exit review": with_review,
    "acts by article": with_acts,
    "a committee": in_committee,
    "committees": lambda: beside("/parcours/comites"),
    "the path": lambda: beside("/parcours/"),
    "someone's liaison forms": lambda: beside("/parcours/personnes/{person}/fiches"),
    "an engagement": lambda: beside("/parcours/personnes/{person}/engagement"),
}
