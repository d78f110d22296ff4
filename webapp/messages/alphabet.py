"""The alphabet of phones (GSM 03.38): what to write in it, and how many parts a text makes."""

import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")  # two signs of seven bits each
ONE_PART, EACH_OF_MANY = 160, 153  # signs of seven bits
ONE_WIDE, EACH_OF_MANY_WIDE = 70, 67  # signs of sixteen bits
GUILLEMETS = re.compile(r"«\s*|\s*»")
LIKENESSES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("–—‒―−•", "-"),
        **{"œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ŀ": "l"},
        **{"·": ".", "⁄": "/", "→": ">", "×": "x", "\t": " "},
    }
)
HIDDEN = frozenset({"So", "Sk", "Cf", "Co", "Cn", "Cs"})  # emojis, signs that do not show


def gsm(text: str) -> str:
    """Return a text in the phone's own alphabet where that can be, so that it costs less.

    Accents outside the alphabet are dropped, quotes and dashes made plain, emojis left out. Where a
    letter has no likeness in it, as in an Arabic name, the whole text keeps its writing: it costs
    the same.
    """
    whole = unicodedata.normalize("NFC", text)
    plain = "".join(map(likeness, GUILLEMETS.sub('"', whole).translate(LIKENESSES)))
    return plain if is_gsm(plain) else shown(whole)


def likeness(sign: str) -> str:
    """Return a sign, or what stands for it in the alphabet: a letter without any is returned."""
    if sign in BASIC or sign in EXTENSION:
        return sign
    apart = unicodedata.normalize("NFKD", sign).translate(LIKENESSES)
    found = "".join(part for part in apart if not unicodedata.combining(part))
    if is_gsm(found):
        return found
    return sign if sign.isalnum() else ""


def shown(text: str) -> str:
    """Return a text without emojis and without signs that do not show."""
    kept = (sign for sign in text if unicodedata.category(sign) not in HIDDEN)
    return "".join(sign for sign in kept if sign == "\n" or unicodedata.category(sign) != "Cc")


def is_gsm(text: str) -> bool:
    """Return whether a text is written in the phone's alphabet alone."""
    return all(sign in BASIC or sign in EXTENSION for sign in text)


def parts(text: str) -> int:
    """Return how many messages the network makes of a text, and bills."""
    if is_gsm(text):
        return pieces([2 if sign in EXTENSION else 1 for sign in text], ONE_PART, EACH_OF_MANY)
    widths = [len(sign.encode("utf-16-be")) // 2 for sign in text]
    return pieces(widths, ONE_WIDE, EACH_OF_MANY_WIDE)


def pieces(widths: list[int], alone: int, each: int) -> int:
    """Return how many pieces hold signs of these widths; no sign is cut in two."""
    if sum(widths) <= alone:
        return 1
    count, used = 1, 0
    for width in widths:
        if used + width > each:
            count, used = count + 1, 0
        used += width
    return count
