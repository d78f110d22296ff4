"""What has changed, told to people: each change of a site undoes what somebody had learned."""

from dataclasses import dataclass
from datetime import date

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l


@dataclass(frozen=True)
class News:
    """What changed on one day, in sentences that anyone reads."""

    on: date
    said: tuple[LazyString, ...]


# The newest first; what people do not see is in CHANGELOG.md.
NEWS = (
    News(
        date(2026, 11, 30),
        (
            _l("Il y a aussi des immersions et des stages."),
            _l("Vous pouvez demander une place à une réunion d’information."),
            _l("Un conseiller peut parler de vous à un employeur, si vous dites oui."),
            _l("Sans réseau, vous lisez les pages déjà vues."),
            _l("Sans réseau, votre demande attend dans le téléphone. Elle part toute seule."),
            _l("En bas, chaque page dit combien elle pèse."),
            _l("Un signal sur le téléphone peut remplacer un SMS."),
        ),
    ),
)
