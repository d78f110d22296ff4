"""What a browser says of itself, read by a few rules of our own: a kind of device, and a name."""

import re

# The first that is found is the one: each of the later words also stands in what the earlier say.
KINDS = (
    ("iphone", r"iPhone|iPod"),
    ("ipad", r"iPad"),
    ("android-phone", r"Android.*Mobile"),
    ("android-tablet", r"Android"),
    ("chromebook", r"CrOS"),
    ("windows", r"Windows"),
    ("mac", r"Macintosh|Mac OS X"),
    ("linux", r"Linux|X11"),
)
NAMES = (
    ("Edge", r"\bEdgA?/|\bEdgiOS/"),
    ("Opera", r"\bOPR/|\bOPT/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
READ = 400  # signs: what follows tells nothing more


def described(user_agent: str) -> str:
    """Return "kind" or "kind/Name" of a device, such as "android-phone/Chrome"."""
    text = user_agent[:READ]
    kind = first(KINDS, text) or "other"
    name = first(NAMES, text)
    return f"{kind}/{name}" if name else kind


def first(signs: tuple[tuple[str, str], ...], text: str) -> str:
    """Return the first key whose sign is in a text, or nothing."""
    return next((key for key, sign in signs if re.search(sign, text)), "")
