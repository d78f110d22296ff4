"""The settings of messages: a wrong one stops the start with a word on what to write."""

import pytest

from webapp.bad_setting import BadSetting
from webapp.messages.settings import Settings, tasks_url

KANNEL = {"SMS_GATEWAY": "kannel", "KANNEL_URL": "http://nom:cle@localhost:13013/cgi-bin/sendsms"}
OVH = {
    "OVH_SERVICE": "sms-ab1-1",
    "OVH_APPLICATION_KEY": "key",
    "OVH_APPLICATION_SECRET": "secret",
    "OVH_CONSUMER_KEY": "consumer",
}


def read(production: bool = False, **environ: str) -> Settings:
    return Settings.from_environ(environ, production=production, inbound_secret="s" * 40)


def test_without_settings_messages_stay_on_the_developers_page():
    assert (read().sms_gateways, read().mail_gateway) == (("console",), "console")


def test_two_providers_are_told_in_their_order():
    settings = read(**KANNEL, **OVH, SMS_GATEWAY_SECOND="ovh")

    assert settings.sms_gateways == ("kannel", "ovh")
    assert settings.ovh_service == "sms-ab1-1"


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"SMS_GATEWAY": "pigeon"}, "SMS_GATEWAY"),
        ({"SMS_GATEWAY": "kannel"}, "KANNEL_URL"),
        ({"SMS_GATEWAY": "ovh", **OVH, "OVH_CONSUMER_KEY": ""}, "OVH_CONSUMER_KEY"),
        ({"SMS_GATEWAY": "octopush", "OCTOPUSH_LOGIN": "x"}, "OCTOPUSH_KEY"),
        ({**KANNEL, "SMS_GATEWAY_SECOND": "kannel"}, "SMS_GATEWAY_SECOND"),
        ({**KANNEL, "SMS_GATEWAY_SECOND": "console"}, "SMS_GATEWAY_SECOND"),
        ({**KANNEL, "SMS_GATEWAY_SECOND": "ovh"}, "OVH_SERVICE"),
        ({"SMS_GATEWAY": "kannel", "KANNEL_URL": "localhost:13013"}, "KANNEL_URL"),
        ({"SMS_GATEWAY": "kannel", "KANNEL_URL": "http://host:port/"}, "KANNEL_URL"),
        ({"MAIL_URL": "mail.exemple.fr"}, "MAIL_URL"),
        ({"MAIL_URL": "smtp://mail.exemple.fr"}, "MAIL_FROM"),
        ({"MAIL_URL": "smtp://mail.exemple.fr", "MAIL_FROM": "nobody"}, "MAIL_FROM"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(environ, named):
    with pytest.raises(BadSetting, match=f"^{named}: écrivez") as refused:
        read(**environ)

    assert "\n" not in str(refused.value)


def test_production_refuses_the_developers_page():
    with pytest.raises(BadSetting, match=r"^SMS_GATEWAY:"):
        read(production=True)


def test_secrets_stay_out_of_what_is_printed():
    assert "cle" not in repr(read(**KANNEL)) + repr(read(**OVH))


@pytest.mark.parametrize("url", ["memcached://x", "redis://", "localhost:6379"])
def test_tasks_wait_in_a_file_or_in_a_redis(url):
    assert tasks_url({}) == ""
    with pytest.raises(BadSetting, match=r"^TASKS_URL:"):
        tasks_url({"TASKS_URL": url})
