"""The words for requests for help in the timeline, which the person reads too."""

from webapp.followup import timeline
from webapp.helping.enums import Need
from webapp.helping.words import NEEDS
from webapp.i18n import gettext as _


def about(facts: timeline.About) -> str:
    """Return the need of an event, in words."""
    return str(NEEDS[Need(facts["need"])])


timeline.kinds(
    {
        "help-asked": timeline.Kind(
            text=lambda facts: _("Aide demandée : %(need)s", need=about(facts)), picture="users"
        ),
        "help-taken": timeline.Kind(
            text=lambda facts: _("Demande d’aide prise en charge : %(need)s", need=about(facts)),
            picture="users",
        ),
        "help-done": timeline.Kind(
            text=lambda facts: _("Aide donnée : %(need)s", need=about(facts)), picture="check"
        ),
    }
)
