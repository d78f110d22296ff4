"""How long to wait, in words."""

from datetime import timedelta

from webapp.i18n import ngettext

MINUTE, HOUR = 60, 3600
SOON = 90  # seconds under which they are counted one by one


def wait_text(wait: timedelta) -> str:
    """Return a time to wait, rounded up: `30 secondes`, `2 minutes`, `5 heures`."""
    seconds = int(wait.total_seconds()) + (wait.microseconds > 0)
    if seconds <= SOON:
        return ngettext("%(num)s seconde", "%(num)s secondes", max(seconds, 1))
    if seconds <= SOON * MINUTE:
        return ngettext("%(num)s minute", "%(num)s minutes", -(-seconds // MINUTE))
    return ngettext("%(num)s heure", "%(num)s heures", -(-seconds // HOUR))
