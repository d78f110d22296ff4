"""Hosts in a text, judged by the name that was registered, never by a piece of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINK = re.compile(
    r"(?<![\w@.-])(?:https?\s?:\s?//\s?"
    r"|www\.)?(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,18})"
    r"(?::\d{2,5})?(?P<path>[/?#][^\s\"<>()]{0,300})?(?![\w@-])"
)
MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,60}\s?(?:@|\(at\)|\[at\]|arobase"
    r"|\sat\s)\s?(?P<host>(?:[\w-]{1,40}\.){1,4}[a-z]{2,12})(?!\w)"
)

# Public suffixes of two parts under which people here register names; otherwise the last part.
DOUBLE_SUFFIXES = _words(
    "co.uk org.uk gov.uk ac.uk com.br gov.br com.es gob.es com.tr gov.tr com.ua gov.ua com."
    "fr asso.fr"
    " nom.fr gouv.fr com.pt gov.pt co.ma gov.ma gov.dz com.tn gov.tn gouv.ci gouv.sn gc.ca qc.ca"
    " github.io netlify.app vercel.app web.app blogspot.com wixsite.com weebly.com pages.dev"
)
OFFICIAL = _words(
    """
    gouv.fr francetravail.fr francetravail.org francetravail.io pole-emploi.fr caf.fr ameli.fr
    msa.fr urssaf.fr service-public.fr impots.gouv.fr legifrance.gouv.fr inclusion.beta.gouv.fr
    cnil.fr lassuranceretraite.fr actionlogement.fr cesu.urssaf.fr pajemploi.urssaf.fr afpa.fr
    laposte.fr colissimo.fr banque-france.fr 33700.fr signal-spam.fr infosva.org mission-locale.fr
        cohesion-territoires.gouv.fr europa.eu net-entreprises.fr net-particulier.fr etat.lu
    17cyber.gouv.fr
        ants.gouv.fr 1jeune1solution.gouv.fr unedic.org apec.fr capemploi.info agefiph.fr
    defenseurdesdroits.fr
        crous-paris.fr lescrous.fr etudiant.gouv.fr agirc-arrco.fr labanquepostale.fr gov.uk
    whatsapp.com
    leboncoin.fr indeed.com indeed.fr linkedin.com hellowork.com youtube.com google.com facebook.com
    """
)
# A host that wears one of these without being registered under an official name pretends.
PUBLIC_NAMES = re.compile(
    r"gouv|france-?travail|pole-?emploi|(?<![a-z])caf(?![ea]|[a-z]{3})|ameli(?!e|o)|cpam"
    r"|impots?(?![a-z])|cpf|franceconnect"
    r"|france-connect|(?<![a-z])(?:ants|anef|ft|are|rsa|dgfip|anct|msa|crous|aah|apl|puma"
    r"|css|vitale|pe)(?![a-z])|urssaf|securite-?sociale"
    r"|assurance-?(?:maladie|retraite|chomage)|service-?public|moncompte-?formation"
    r"|compte-?formation|mission-?locale"
    r"|laposte|colissimo|prefecture|ministere|titre-?sejour|carte-?vitale|chomage|unedic"
    r"|pajemploi|cesu|cap-?emploi|franceservices"
    r"|inclusion(?=-|\.)|cheque-?energie|prime-?activite|apprentissage-gouv|dossier-?social"
    r"|mesaides|mes-?aides|mes-?droits|allocat"
)
LURES = re.compile(
    r"connexion|login|verif|valid|confirm|secur|mon-?espace|moncompte|mon-?compte|portail"
    r"|dossier|paiement|regular|reactiv"
    r"|actualis|formulaire|inscription|recrut|embauche|candidat|prime|aide|bon-|bonus"
    r"|rembours|cadeau|gain|versement|identif"
    r"|emploi|job|travail|work|recharge|coupon|client|compte"
)
SHORTENERS = _words(
    "bit.ly tinyurl.com t.co cutt.ly is.gd goo.gl rb.gy shorturl.at ow.ly s.id urlz.fr tiny"
    ".cc t.ly vu.fr lnkd.in"
    " rebrand.ly bl.ink soo.gd"
)
CHATS = _words(
    "wa.me t.me telegram.me chat.whatsapp.com api.whatsapp.com m.me signal.me signal.group"
)
FREE_MAIL = re.compile(
    r"^(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|aol|gmx|proton|protonmail|pm"
    r"|icloud|laposte|orange|wanadoo|free"
    r"|sfr|mail|email|yandex|tutanota|zoho|msn|bbox|neuf|consultant|europe|post"
    r"|inbox)\.[a-z.]{2,7}$"
)
FILE_ENDS = _words(
    "pdf doc docx jpg jpeg png apk exe zip rar txt odt xls xlsx msi dmg html php mp3 mp4"
)


@dataclass(frozen=True)
class Link:
    """One host found in a text, with where it stands."""

    start: int
    end: int
    host: str
    path: str
    mail: bool = False
    foreign: bool = False  # letters of another alphabet stood in the original


def links(text: str) -> Iterator[Link]:
    """Hosts of links, then of mail addresses."""
    mails = [Link(*m.span(), m["host"], "", mail=True) for m in MAIL.finditer(text)]
    within = {place for mail in mails for place in range(mail.start, mail.end)}
    for match in LINK.finditer(text):
        if match.start() not in within and _is_host(match):
            yield Link(*match.span(), match["host"], match["path"] or "")
    yield from mails


def _is_host(match: re.Match[str]) -> bool:
    """A dot without a space after it is a host only with a known shape of ending."""
    last = match["host"].rsplit(".", 1)[-1]
    if last in FILE_ENDS and not match["path"]:
        return False
    explicit = match[0].startswith(("http", "www.")) or bool(match["path"])
    known = re.fullmatch(
        r"fr|com|net|org|eu|info|io|app|be|ch|uk|ca|me|ly|co|de|es|it|pt|lu|site|online|xyz"
        r"|top|shop|club|live|link|work"
        r"|jobs?|example|test|invalid|tv|pro|biz|gov|edu|int|ru|cn|icu|click|vip|cc|gd|at|gl"
        r"|re|pm|ma|dz|tn|sn|ci|tr|ua|br"
        r"|emploi|paris|bzh|space|website|store|tech|help|support|social|cloud|page|dev",
        last,
    )
    return explicit or bool(known)


def registered(host: str) -> str:
    """The name that was registered: "a.b.gouv.fr" is under "b.gouv.fr", "x.co.uk" under itself."""
    parts = host.lower().strip(".").split(".")
    size = 3 if ".".join(parts[-2:]) in DOUBLE_SUFFIXES else 2
    return ".".join(parts[-size:])


def is_official(host: str) -> bool:
    """True when the host is, or stands under, a name of the allow-list."""
    parts = host.lower().strip(".").split(".")
    return any(".".join(parts[i:]) in OFFICIAL for i in range(len(parts)))


def is_lookalike(link: Link) -> bool:
    """A public name, or foreign letters, worn by a host that no public body registered."""
    if link.foreign or "xn--" in link.host or not link.host.isascii():
        return not link.mail
    if link.mail or is_official(link.host):
        return False
    return bool(PUBLIC_NAMES.search(link.host))


def is_lure(link: Link) -> bool:
    """An unknown host that promises a portal, a prime, a login or a job, or whose path does."""
    if link.mail or is_official(link.host) or registered(link.host) in CHATS:
        return False
    return bool(
        LURES.search(link.host)
        or re.search(r"login|connexion|valid|verif|signin|confirm", link.path)
    )


def is_login(link: Link) -> bool:
    """A public name on a false host that leads straight to a login."""
    page = link.host + link.path
    return is_lookalike(link) and bool(
        re.search(r"connexion|login|signin|identif|mon-?compte|compte", page)
    )


def is_short(link: Link) -> bool:
    """A host that hides where it leads."""
    return not link.mail and registered(link.host) in SHORTENERS


def is_free_mail(link: Link) -> bool:
    """A mailbox that anybody may open."""
    return link.mail and bool(FREE_MAIL.match(link.host))


def is_chat(link: Link) -> bool:
    """A link into a messenger."""
    return registered(link.host) in CHATS or link.host in CHATS


def is_unknown(link: Link) -> bool:
    """A host that is neither official nor a messenger."""
    return not link.mail and not is_official(link.host) and registered(link.host) not in CHATS


def is_official_mail_name(link: Link) -> bool:
    """A mailbox that wears a public name without standing under it."""
    return link.mail and not is_official(link.host) and bool(PUBLIC_NAMES.search(link.host))


KINDS: dict[str, Callable[[Link], bool]] = {
    "lookalike_host": is_lookalike,
    "lure_host": is_lure,
    "login_host": is_login,
    "short_host": is_short,
    "free_mail": is_free_mail,
    "chat_host": is_chat,
    "unknown_host": is_unknown,
    "official_host": lambda link: is_official(link.host),
    "odd_mail": is_official_mail_name,
    "any_host": lambda link: not link.mail,
    "apk_path": lambda link: bool(re.search(r"\.(?:apk|exe|msi|dmg)(?!\w)", link.path)),
}
