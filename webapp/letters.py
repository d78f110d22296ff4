"""The letters one may choose: their files, what they weigh, and the styles of what was chosen."""

import json
import re
from functools import cache, lru_cache
from typing import TypedDict

from markupsafe import Markup

from webapp.assets import STATIC, asset_url, sheet

# The files that a language takes besides the first; none of them draws Arabic.
ALSO = {"tr": ("latin-ext",), "uk": ("cyrillic",), "ar": ("arabic",)}
WHOLE = frozenset({("dyslexic", "tr"), ("dyslexic", "uk")})  # its one file draws them all
FALLBACK = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'

RULE = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}|[^{}]+\{[^{}]*\}")  # of a style sheet


class Face(TypedDict):
    """One file of letters: its weight in bytes, and the signs it draws."""

    file: str
    bytes: int
    weight: str
    subset: str
    range: str


class Family(TypedDict):
    """Letters of one design."""

    name: str
    faces: list[Face]


@cache
def families() -> dict[str, Family]:
    """Return what scripts/fonts.py says of each family, by our key for it."""
    found: dict[str, Family] = json.loads((STATIC / "fonts" / "fonts.json").read_text("utf-8"))
    return found


def offered(locale: str) -> list[tuple[str, str, int]]:
    """Return the families that draw a language: key, name, and kilobytes to download once."""
    return [
        (key, known["name"], kilobytes(known, locale))
        for key, known in families().items()
        if draws(key, locale)
    ]


def draws(key: str, locale: str) -> bool:
    """Return whether a family draws every letter of a language."""
    subsets = {face["subset"] for face in families()[key]["faces"]}
    return subsets.issuperset(ALSO.get(locale, ())) or (key, locale) in WHOLE


def kilobytes(family: Family, locale: str) -> int:
    """Return what the letters of a language weigh, in thousands of bytes, rounded up."""
    wanted = ("latin", *ALSO.get(locale, ()))
    return -(-sum(face["bytes"] for face in family["faces"] if face["subset"] in wanted) // 1000)


@cache
def sample(key: str) -> Markup:
    """Return “Aag” drawn in these letters, so that they are seen before they are downloaded."""
    drawing = (STATIC / "fonts" / f"{key}.svg").read_text("utf-8")
    inner = re.sub(r"</?svg[^>]*>", "", drawing).strip()
    shell = (
        '<svg class="i big" width="40" height="40" viewBox="0 0 24 24" aria-hidden="true">{}</svg>'
    )
    return Markup(shell).format(Markup(inner))  # noqa: S704 - our own files


@lru_cache(maxsize=1024)
def styles(classes: tuple[str, ...], locale: str, _root: str) -> str:
    """Return the styles of what was chosen, by its classes: `letters-andika`, `size-large`.

    `_root` is where the addresses of files begin.
    """
    told = "|".join(map(re.escape, classes))
    text = "".join(rule for rule in RULE.findall(sheet("reading")) if re.search(told, rule))
    for name in classes:
        kind, _, value = name.partition("-")
        if kind == "letters":
            text = f'{faces(value, locale)}{text}html{{font-family:"{families()[value]["name"]}",'
            text += f"{FALLBACK}}}"
        if name in ("contrast-light", "contrast-dark"):
            text += f":root.{name}{{{colours(value)}}}"
    return text


def faces(letters: str, locale: str) -> str:
    """Return where the files are that draw a language; browsers ask for those they show."""
    family = families()[letters]
    wanted = [
        face for face in family["faces"] if face["subset"] in ("latin", *ALSO.get(locale, ()))
    ]
    several = len({face["subset"] for face in wanted}) > 1
    return "".join(
        f'@font-face{{font-family:"{family["name"]}";font-weight:{face["weight"]};'
        f'font-display:swap;src:url({asset_url("fonts/" + face["file"])}) format("woff2")'
        + (f";unicode-range:{face['range']}}}" if several else "}")
        for face in wanted
    )


@cache
def colours(look: str) -> str:
    """Return the colours of the light look or of the dark one, as every page has them."""
    light, dark = re.findall(r":root\{([^}]*)\}", sheet("tokens"))[:2]
    kept = re.sub(r"color-scheme:[^;]*;", "", light)
    return f"color-scheme:{look};{kept if look == 'light' else dark}"
