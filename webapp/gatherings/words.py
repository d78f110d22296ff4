"""The words of information meetings."""

from collections.abc import Mapping

from flask_babel.speaklater import LazyString

from webapp.gatherings.enums import Topic
from webapp.i18n import lazy_gettext as _l

TOPICS: Mapping[str, LazyString] = {
    Topic.WORK: _l("Découvrir un métier et une entreprise"),
    Topic.IAE: _l("Travailler avec quelqu’un qui vous aide"),
    Topic.TRAINING: _l("Apprendre un métier"),
    Topic.RIGHTS: _l("Vos droits, vos papiers"),
}
PICTURES: Mapping[str, str] = {
    Topic.WORK: "building",
    Topic.IAE: "advise",
    Topic.TRAINING: "board",
    Topic.RIGHTS: "form-pencil",
}
