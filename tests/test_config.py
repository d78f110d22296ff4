"""Settings: read once, and a missing or weak one stops the start with a word on what to write."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from webapp import console
from webapp.config import ROOT, BadSetting, Config, keep_served

STRONG = "kT8#vQ2!mZ7@xL4$wN9%rB6^cH3&jF5*"
PUBLIC = {
    "PUBLIC_URL": "https://exemple.fr",
    "SECRET_KEY": STRONG,
    "HELP_LINE": "+33123456789",
    "SEALING_KEYS": "/etc/a-deux-pas/keys",
    "INBOUND_SECRET": STRONG,
    "SMS_GATEWAY": "kannel",
    "KANNEL_URL": "http://nom:cle@kannel.example:13013/cgi-bin/sendsms",
    "MAIL_URL": "smtps://nom:cle@courriel.example",
    "MAIL_FROM": "À deux pas <bonjour@exemple.fr>",
}
LACKING = (
    "SECRET_KEY",
    "HELP_LINE",
    "SEALING_KEYS",
    "INBOUND_SECRET",
    "SMS_GATEWAY",
    "KANNEL_URL",
    "MAIL_URL",
    "MAIL_FROM",
)


def read(tmp_path: Path, **environ: str) -> Config:
    return Config.from_environ({"DATA_DIR": str(tmp_path), **environ})


def test_a_local_run_needs_nothing_and_keeps_its_secret_to_itself(tmp_path):
    first, second = read(tmp_path), read(tmp_path)

    assert first.SECRET_KEY == second.SECRET_KEY
    assert len(first.SECRET_KEY) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key.txt").stat().st_mode) == 0o600
    assert first.PUBLIC_URL == "http://localhost:8000"
    assert not first.production


def test_the_port_is_part_of_the_local_address(tmp_path):
    assert read(tmp_path, PORT="8123").PUBLIC_URL == "http://localhost:8123"


@pytest.mark.parametrize("lacking", LACKING)
def test_production_names_the_setting_that_lacks(tmp_path, lacking):
    environ = {name: value for name, value in PUBLIC.items() if name != lacking}

    with pytest.raises(BadSetting, match=lacking):
        read(tmp_path, **environ)


@pytest.mark.parametrize("weak", ["change-me", "a" * 64, "short"])
def test_a_weak_secret_stops_the_start(tmp_path, weak):
    with pytest.raises(BadSetting, match="SECRET_KEY"):
        read(tmp_path, SECRET_KEY=weak)


def test_production_answers_to_its_own_name_alone(tmp_path):
    config = read(tmp_path, **PUBLIC)

    assert config.production
    assert config.TRUSTED_HOSTS == ["exemple.fr"]


@pytest.mark.parametrize("url", ["exemple.fr", "https://"])
def test_an_address_without_a_host_is_refused(tmp_path, url):
    with pytest.raises(BadSetting, match="PUBLIC_URL"):
        read(tmp_path, **{**PUBLIC, "PUBLIC_URL": url})


def test_postgresql_addresses_of_every_usual_form_use_our_driver(tmp_path):
    for url in ("postgres://u@h/d", "postgresql://u@h/d"):
        engines = read(tmp_path, DATABASE_URL=url).SQLALCHEMY_ENGINES
        assert engines["default"]["url"] == engines["reader"]["url"] == "postgresql+psycopg://u@h/d"


def test_a_number_of_proxies_that_is_no_number_is_refused(tmp_path):
    with pytest.raises(BadSetting, match="TRUSTED_PROXIES"):
        read(tmp_path, TRUSTED_PROXIES="yes")


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("PORT", "abc", "comme 8000"),
        ("PORT", "0", "comme 8000"),
        ("PORT", "65536", "comme 8000"),
        ("DATABASE_URL", "mysql://x", "sqlite:///"),
        ("HELP_LINE", "0612", r"comme \+33"),
        ("HELP_LINE", "+33899000000", r"comme \+33"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(tmp_path, name, value, advice):
    with pytest.raises(BadSetting, match=f"^{name}: .*{advice}"):
        read(tmp_path, **{name: value})


def test_the_help_line_is_read_in_any_usual_writing(tmp_path):
    assert read(tmp_path, HELP_LINE="04 65 71 00 11").HELP_LINE == "+33465710011"


def test_a_command_beside_the_server_knows_the_address_last_served(tmp_path):
    keep_served(tmp_path, "http://localhost:8123")

    assert read(tmp_path).PUBLIC_URL == "http://localhost:8123"
    assert read(tmp_path, PORT="8000").PUBLIC_URL == "http://localhost:8000"
    assert read(tmp_path, **PUBLIC).PUBLIC_URL == "https://exemple.fr"


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "abc"), ("DATABASE_URL", "mysql://x"), ("HELP_LINE", "0612")]
)
def test_a_command_says_a_wrong_setting_in_one_line(tmp_path, monkeypatch, capsys, name, value):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv(name, value)

    assert console.main() == 1

    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{name}: écrivez")


def test_the_help_names_the_product_and_lists_its_groups(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["bin/flask", "--help"])

    with pytest.raises(SystemExit, match="0"):
        console.main()

    told = capsys.readouterr().out
    assert "À deux pas" in told
    ours, developers = told.split("For developers")
    for group in ("demonstration", "employers", "offers", "organisations"):
        assert re.search(rf"^  {group} +\S", ours, re.MULTILINE)
    assert "shell" in developers


@pytest.mark.parametrize("port", ["abc", "0", "65536"])
def test_the_start_says_a_wrong_port_in_one_line(tmp_path, port):
    start = subprocess.run(
        [ROOT / "bin" / "start"],
        env={"PATH": os.environ["PATH"], "PORT": port, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert start.returncode == 1
    assert start.stderr == "PORT: écrivez un nombre de 1 à 65535, comme 8000\n"
