"""The words for why a message cannot be kept."""

from webapp.applications.voice.enums import Unfit
from webapp.i18n import lazy_gettext as _l

REFUSALS = {
    Unfit.KIND: _l("Ce message ne s’ouvre pas. Recommencez, ou écrivez deux phrases."),
    Unfit.LONG: _l("Ce message est trop long. Recommencez : 1 minute au plus."),
    Unfit.SILENT: _l("On n’entend rien. Recommencez, plus près du téléphone."),
    Unfit.SHORT: _l("Ce message est trop court. Recommencez."),
}
