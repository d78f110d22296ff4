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


@lru_cache(maxsize=256)
def styles(letters: str, contrast: str, _root: str) -> str:
    """Return the styles of what was chosen; `_root` is where the addresses of files begin."""
    text = sheet("reading")
    if letters:
        name = families()[letters]["name"]
        text = faces(letters) + text + f'html{{font-family:"{name}",{FALLBACK}}}'
    if contrast in ("light", "dark"):
        text += f":root.contrast-{contrast}{{{colours(contrast)}}}"
    return text


def faces(letters: str) -> str:
    """Return where each file of these letters is; browsers ask for those whose signs they show."""
    return "".join(
        f'@font-face{{font-family:"{families()[letters]["name"]}";font-weight:{face["weight"]};'
        f'font-display:swap;src:url({asset_url("fonts/" + face["file"])}) format("woff2")'
        + (f";unicode-range:{face['range']}}}" if face["range"] else "}")
        for face in families()[letters]["faces"]
    )


@cache
def colours(look: str) -> str:
    """Return the colours of the light look or of the dark one, as every page has them."""
    light, dark = re.findall(r":root\{([^}]*)\}", sheet("tokens"))[:2]
    kept = re.sub(r"color-scheme:[^;]*;", "", light)
    return f"color-scheme:{look};{kept if look == 'light' else dark}"
