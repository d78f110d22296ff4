"""The gateways to each provider, with the settings of a test."""

from webapp.messages.gateways import Outgoing
from webapp.messages.gateways.kannel import Kannel
from webapp.messages.gateways.octopush import Octopush
from webapp.messages.gateways.ovh import Ovh
from webapp.messages.settings import Settings

SMS = Outgoing(ref="abcd2345", to="+33639980001", text="Bonjour, é à ù", minutes=10)
ARABIC = Outgoing(ref="abcd2345", to="+33639980001", text="فاطمة")
OURS = "https://deux-pas.example"


def kannel(url: str, **settings: str) -> Kannel:
    url = url.replace("http://", "http://moi:cl%C3%A9%40@") + "/cgi-bin/sendsms"
    return Kannel(Settings(kannel_url=url, inbound_secret="s&cret", **settings), OURS)


def ovh(url: str, **settings: str) -> Ovh:
    keys = {
        "ovh_service": "sms-ab1-1",
        "ovh_application_key": "AK",
        "ovh_application_secret": "AS",
        "ovh_consumer_key": "CK",
    }
    return Ovh(Settings(ovh_url=f"{url}/1.0", **keys, **settings))


def octopush(url: str, **settings: str) -> Octopush:
    keys = {"octopush_login": "moi@exemple.fr", "octopush_key": "KEY"}
    return Octopush(Settings(octopush_url=f"{url}/v1/public", **keys, **settings))


MAKERS = {"kannel": kannel, "ovh": ovh, "octopush": octopush}
