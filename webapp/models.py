"""Every table of the product, imported so that the database knows them all."""

from webapp.accounts import models as accounts
from webapp.alerts import models as alerts
from webapp.applications import models as applications
from webapp.applications.voice import models as voice
from webapp.bysms import models as bysms
from webapp.cv import models as cv
from webapp.followup import models as followup
from webapp.helping import models as helping
from webapp.messages import models as messages
from webapp.network import models as network
from webapp.offers import models as offers
from webapp.organisations import models as organisations
from webapp.pathways import committee_models as committees
from webapp.pathways import engagement_models as engagements
from webapp.pathways import liaison_models as liaison
from webapp.pathways import models as pathways
from webapp.pathways import work_models as work
from webapp.people import models as people
from webapp.places import models as places
from webapp.scams import models as scams

__all__ = [
    "accounts",
    "alerts",
    "applications",
    "bysms",
    "committees",
    "cv",
    "engagements",
    "followup",
    "helping",
    "liaison",
    "messages",
    "network",
    "offers",
    "organisations",
    "pathways",
    "people",
    "places",
    "scams",
    "voice",
    "work",
]
