"""The settings of one running instance, read once from the environment."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from webapp import phones
from webapp.bad_setting import BadSetting as BadSetting
from webapp.messages.settings import Settings as MessageSettings
from webapp.messages.settings import tasks_url
from webapp.pathways.facts import regimes

ROOT = Path(__file__).parent.parent
WEAK_SECRET = 32  # characters under which a secret can be guessed
LAST_PORT = 65535
SERVED = "served-at.txt"  # in the data folder: the address last served, in a local run
# What the server reads aloud. Not Arabic: eSpeak NG reads it without its vowels; nor Ukrainian,
# which nobody who speaks it has judged yet. VOICE_LANGUAGES adds them.
SPOKEN = frozenset({"fr", "en", "es", "pt", "tr"})
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, kw_only=True)
class Config:
    """Every setting, typed; secrets have no default."""

    SECRET_KEY: str
    SQLALCHEMY_ENGINES: dict[str, Any]  # "default" writes, "reader" only reads
    PUBLIC_URL: str = "http://localhost:8000"
    DATA_DIR: Path = ROOT / "instance"
    TRUSTED_HOSTS: list[str] = field(default_factory=lambda: list(LOCAL_HOSTS))
    HELP_LINE: str = "+33465710000"  # the yellow headset; a fiction number until one is set
    ORGANISATION: str = ""  # who runs this instance, for the legal notice
    CONTACT_EMAIL: str = ""
    HOSTING: str = ""  # the company whose machines it runs on, for the legal notice
    TRUSTED_PROXIES: int = 0  # proxies in front, whose word on the visitor's address is believed
    API_KEYS: tuple[str, ...] = ()  # of those who call /api more often than one address may
    CARD_CACHE: int = 5000  # cards of offers kept in memory, about 2 kB each; 0 keeps none
    MESSAGES: MessageSettings = field(default_factory=MessageSettings)  # SMS and e-mail
    TASKS_URL: str = ""  # a Redis where tasks wait; a file of DATA_DIR without it
    SEALING_KEYS: str = ""  # the folder of the keys that open what is sealed; DATA_DIR/keys
    VOICE: str = "espeak"  # the module of the server's voice, or none
    VOICE_LANGUAGES: frozenset[str] = SPOKEN
    OFFLINE: bool = True  # False takes the worker away from every phone, at its next visit
    # Which regime of approval each département follows, where it is not the PASS IAE.
    APPROVAL_REGIMES: Mapping[str, str] = field(default_factory=dict)
    TESTING: bool = False

    SESSION_COOKIE_NAME: str = "__Host-session"
    SESSION_COOKIE_SECURE: bool = True
    SESSION_COOKIE_SAMESITE: str = "Lax"
    SESSION_COOKIE_PATH: str = "/"
    PERMANENT_SESSION_LIFETIME: timedelta = timedelta(days=365)
    MAX_CONTENT_LENGTH: int = 256 * 1024  # bytes: no form of ours comes near
    MAX_FORM_PARTS: int = 200
    WTF_CSRF_TIME_LIMIT: int | None = None
    RATELIMIT_STORAGE_URI: str = "memory://"
    BABEL_DEFAULT_LOCALE: str = "fr"
    BABEL_DEFAULT_TIMEZONE: str = "Europe/Paris"

    @property
    def production(self) -> bool:
        """Whether people outside use this instance: its public address is https."""
        return is_production(self.PUBLIC_URL)

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings; raise BadSetting with the name of the one to mend."""
        data_dir = data_folder(environ)
        public_url = environ.get("PUBLIC_URL") or local_url(environ, data_dir)
        return cls(
            SECRET_KEY=secret("SECRET_KEY", environ, data_dir, public_url),
            SQLALCHEMY_ENGINES=engines(environ.get("DATABASE_URL") or sqlite_url(data_dir)),
            PUBLIC_URL=public_url.rstrip("/"),
            DATA_DIR=data_dir,
            TRUSTED_HOSTS=trusted_hosts(public_url),
            HELP_LINE=help_line(environ, public_url),
            CARD_CACHE=int(environ.get("CARD_CACHE") or cls.CARD_CACHE),
            RATELIMIT_STORAGE_URI=environ.get("RATELIMIT_STORAGE_URI") or cls.RATELIMIT_STORAGE_URI,
            TRUSTED_PROXIES=proxies(environ),
            **who_runs_it(environ),
            MESSAGES=message_settings(environ, data_dir, public_url),
            TASKS_URL=tasks_url(environ),
            SEALING_KEYS=sealing_keys(environ, public_url),
            VOICE=environ.get("VOICE") or cls.VOICE,
            OFFLINE=environ.get("OFFLINE") != "0",
            VOICE_LANGUAGES=frozenset(environ.get("VOICE_LANGUAGES", "").split()) or SPOKEN,
            APPROVAL_REGIMES=approval_regimes(environ),
            API_KEYS=tuple(strong("API_KEYS", key) for key in environ.get("API_KEYS", "").split()),
        )


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of what this instance keeps, made where it lacks."""
    folder = Path(environ.get("DATA_DIR") or ROOT / "instance").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds people's names
    return folder


def who_runs_it(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return what the legal notice says of who runs this instance."""
    return {name: environ.get(name, "") for name in ("ORGANISATION", "CONTACT_EMAIL", "HOSTING")}


def is_production(public_url: str) -> bool:
    """Return whether this public address is one that people outside use."""
    return urlsplit(public_url).scheme == "https"


def local_url(environ: Mapping[str, str], data_dir: Path) -> str:
    """Return the address of a local run; `localhost`, since passkeys refuse 127.0.0.1.

    Where no port is said, as by a command run beside the server, it is the one last served.
    """
    if not environ.get("PORT"):
        return last_served(data_dir) or "http://localhost:8000"
    return f"http://localhost:{port(environ['PORT'])}"


def port(text: str) -> int:
    """Return the port to listen on."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= LAST_PORT):
        raise BadSetting("PORT: écrivez un nombre de 1 à 65535, comme 8000")
    return int(text)


def last_served(data_dir: Path) -> str:
    """Return the address last served from this folder, empty when none was."""
    kept = data_dir / SERVED
    return kept.read_text(encoding="utf-8").strip() if kept.exists() else ""


def keep_served(data_dir: Path, public_url: str) -> None:
    """Keep the address that is served, for the commands that run beside the server."""
    (data_dir / SERVED).write_text(f"{public_url}\n", encoding="utf-8")


def sqlite_url(data_dir: Path) -> str:
    """Return the address of the embedded database in this folder."""
    return f"sqlite:///{data_dir / 'app.db'}"


def trusted_hosts(public_url: str) -> list[str]:
    """Return the hosts that requests may name: the public one, and this machine in a local run."""
    host = urlsplit(public_url).hostname
    if not host:
        raise BadSetting("PUBLIC_URL: écrivez une adresse complète, comme https://exemple.fr")
    return [host] if is_production(public_url) else [host, *LOCAL_HOSTS]


def help_line(environ: Mapping[str, str], public_url: str) -> str:
    """Return the number that the headset dials, as E.164; production must name its own."""
    number = environ.get("HELP_LINE")
    if not number and is_production(public_url):
        raise BadSetting("HELP_LINE: écrivez le numéro d’aide, comme +33123456789")
    if not number:
        return Config.HELP_LINE
    try:
        return phones.read(number).e164
    except phones.BadPhone:
        raise BadSetting("HELP_LINE: écrivez un numéro qui s’appelle, comme +33123456789") from None


def message_settings(
    environ: Mapping[str, str], data_dir: Path, public_url: str
) -> MessageSettings:
    """Return who sends messages; the secret of their callbacks is made in a local run."""
    return MessageSettings.from_environ(
        environ,
        production=is_production(public_url),
        inbound_secret=secret("INBOUND_SECRET", environ, data_dir, public_url),
    )


def sealing_keys(environ: Mapping[str, str], public_url: str) -> str:
    """Return the folder of the keys; production must choose one, away from the data."""
    chosen = environ.get("SEALING_KEYS", "")
    if is_production(public_url) and not (chosen and Path(chosen).is_absolute()):
        raise BadSetting("SEALING_KEYS: écrivez un dossier à part des données, comme /etc/cles")
    return chosen


def proxies(environ: Mapping[str, str]) -> int:
    """Return how many proxies stand in front of this instance."""
    text = environ.get("TRUSTED_PROXIES") or "0"
    if not text.isdigit():
        raise BadSetting("TRUSTED_PROXIES: écrivez combien de proxys sont devant, comme 1")
    return int(text)


def approval_regimes(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the regime of approval of each département that does not follow the usual one."""
    pairs = [one.partition("=") for one in environ.get("APPROVAL_REGIMES", "").split()]
    if any(regime not in regimes() for _code, _equal, regime in pairs):
        known = ", ".join(regimes())
        raise BadSetting(f"APPROVAL_REGIMES: écrivez 974=convention-2011 ; connus : {known}")
    return {code.upper(): regime for code, _equal, regime in pairs}


def secret(name: str, environ: Mapping[str, str], data_dir: Path, public_url: str) -> str:
    """Return a secret: given, or in a local run made once and kept in the data folder."""
    value = environ.get(name)
    if value is not None or is_production(public_url):
        return strong(name, value or "")
    path = data_dir / f"{name.lower()}.txt"
    if not path.exists():
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return strong(name, path.read_text())


def strong(name: str, value: str) -> str:
    """Return the secret, or raise BadSetting when someone could guess it."""
    if len(value) < WEAK_SECRET or len(set(value)) < WEAK_SECRET // 4:
        raise BadSetting(f"{name}: écrivez un secret d’au moins {WEAK_SECRET} caractères au hasard")
    return value


def engines(url: str) -> dict[str, Any]:
    """Return the writing and the reading engine of one database."""
    url = url.replace("postgres://", "postgresql://", 1)
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise BadSetting("DATABASE_URL: écrivez une adresse sqlite:///… ou postgresql://…")
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return {"default": {"url": url}, "reader": {"url": url, "execution_options": {"reader": True}}}
