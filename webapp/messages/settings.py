"""The settings of messages: which providers send them, and what opens their doors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Self
from urllib.parse import urlsplit

from webapp.bad_setting import BadSetting

CONSOLE = "console"
# What each provider cannot do without.
NEEDS = {
    CONSOLE: (),
    "kannel": ("KANNEL_URL",),
    "ovh": ("OVH_SERVICE", "OVH_APPLICATION_KEY", "OVH_APPLICATION_SECRET", "OVH_CONSUMER_KEY"),
    "octopush": ("OCTOPUSH_LOGIN", "OCTOPUSH_KEY"),
}
SECOND = tuple(name for name in NEEDS if name != CONSOLE)
WEB = ("http", "https")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting of messages; without any, they are shown on the developers' page."""

    sms: str = CONSOLE
    sms_second: str = ""  # tried on repeat
    sms_from: str = ""  # the sender's name; empty: the short number that takes replies
    mail_url: str = field(default="", repr=False)
    mail_from: str = ""
    inbound_secret: str = field(default="", repr=False)  # empty: nobody may tell us anything
    kannel_url: str = field(default="", repr=False)
    ovh_url: str = "https://eu.api.ovh.com/1.0"
    ovh_service: str = ""
    ovh_application_key: str = field(default="", repr=False)
    ovh_application_secret: str = field(default="", repr=False)
    ovh_consumer_key: str = field(default="", repr=False)
    octopush_url: str = "https://api.octopush.com/v1/public"
    octopush_login: str = field(default="", repr=False)
    octopush_key: str = field(default="", repr=False)

    @property
    def sms_gateways(self) -> tuple[str, ...]:
        """The names of the providers of SMS, the usual one first."""
        return (self.sms, self.sms_second) if self.sms_second else (self.sms,)

    @property
    def mail_gateway(self) -> str:
        """The name of what sends e-mail."""
        return "smtp" if self.mail_url else CONSOLE

    @classmethod
    def from_environ(
        cls, environ: Mapping[str, str], *, production: bool, inbound_secret: str
    ) -> Self:
        """Read the settings of messages; raise BadSetting with the name of the one to mend."""
        settings = cls(
            sms=environ.get("SMS_GATEWAY") or CONSOLE,
            sms_second=environ.get("SMS_GATEWAY_SECOND", ""),
            sms_from=environ.get("SMS_FROM", ""),
            inbound_secret=inbound_secret,
            **{name.lower(): environ[name] for name in OWN if environ.get(name)},
        )
        check_gateways(settings, environ)
        check_urls(settings)
        if production:
            check_production(settings)
        return settings


OWN = (
    *(need for needs in NEEDS.values() for need in needs),
    "OVH_URL",
    "OCTOPUSH_URL",
    "MAIL_URL",
    "MAIL_FROM",
)


def check_gateways(settings: Settings, environ: Mapping[str, str]) -> None:
    """Refuse a provider that nobody knows, or that lacks what opens its door."""
    if settings.sms not in NEEDS:
        raise BadSetting(f"SMS_GATEWAY: écrivez {', '.join(NEEDS)}")
    if settings.sms_second and (
        settings.sms_second not in SECOND or settings.sms_second == settings.sms
    ):
        others = ", ".join(name for name in SECOND if name != settings.sms)
        raise BadSetting(f"SMS_GATEWAY_SECOND: écrivez un autre fournisseur: {others}")
    for gateway in settings.sms_gateways:
        for name in NEEDS[gateway]:
            if not environ.get(name):
                raise BadSetting(f"{name}: écrivez-le, le fournisseur {gateway} le demande")


def check_urls(settings: Settings) -> None:
    """Refuse an address that leads nowhere."""
    for name in ("kannel_url", "ovh_url", "octopush_url"):
        check_url(name.upper(), getattr(settings, name), WEB)
    check_url("MAIL_URL", settings.mail_url, ("smtp", "smtps"))
    if settings.mail_url and "@" not in settings.mail_from:
        raise BadSetting("MAIL_FROM: écrivez l’adresse qui envoie, comme bonjour@exemple.fr")


def check_url(name: str, url: str, schemes: tuple[str, ...]) -> None:
    """Refuse an address of another kind, or without a host."""
    try:
        parts = urlsplit(url)
        well = not url or (parts.scheme in schemes and parts.hostname and parts.port != 0)
    except ValueError:
        well = False
    if not well:
        raise BadSetting(f"{name}: écrivez une adresse complète, comme {schemes[-1]}://exemple.fr")


def check_production(settings: Settings) -> None:
    """Refuse, where people outside use it, what would not reach them."""
    if settings.sms == CONSOLE:
        raise BadSetting(f"SMS_GATEWAY: écrivez qui envoie les SMS: {', '.join(SECOND)}")
    if not settings.mail_url:
        raise BadSetting("MAIL_URL: écrivez qui envoie les courriels, comme smtps://nom:clé@hôte")


def tasks_url(environ: Mapping[str, str]) -> str:
    """Return where tasks wait: empty for a file of the data folder, or the address of a Redis."""
    url = environ.get("TASKS_URL", "")
    check_url("TASKS_URL", url, ("rediss", "redis"))
    if url and not find_spec("redis"):
        raise BadSetting("TASKS_URL: installez le paquet redis, ou retirez ce réglage")
    return url
