"""Pages told in French sign language: films that the operator puts in DATA_DIR/lsf."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import current_app, request
from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l
from webapp.i18n import number

# The pages worth a film: by the name of its files, the views it tells of and its words.
PAGES: Mapping[str, tuple[frozenset[str], LazyString]] = {
    "accueil": (frozenset({"pages.home"}), _l("Chercher un travail")),
    "offres": (frozenset({"offers.index"}), _l("Les offres")),
    "offre": (frozenset({"offers.show"}), _l("Lire une offre")),
    "interesse": (frozenset({"applications.interested"}), _l("Répondre à une offre")),
    "demande": (frozenset({"applications.sent"}), _l("Après ma demande")),
    "arnaques": (frozenset({"scams.check"}), _l("Est-ce une arnaque ?")),
    "aide": (frozenset({"pages.help_near"}), _l("Aide près de chez vous")),
    "reglages": (frozenset({"pages.settings"}), _l("Langue et lecture")),
    "donnees": (frozenset({"pages.privacy"}), _l("Mes données")),
}
KINDS = {"mp4": "video/mp4", "vtt": "text/vtt", "jpg": "image/jpeg"}
OF_VIEW = {view: name for name, (views, _words) in PAGES.items() for view in views}


@dataclass(frozen=True)
class Film:
    """The film of a page: its files, of which only the film itself must be there."""

    name: str
    folder: Path

    @property
    def path(self) -> Path:
        """The film."""
        return self.folder / f"{self.name}.mp4"

    def has(self, kind: str) -> bool:
        """Return whether a file of this kind is there: `vtt` for captions, `jpg` for a picture."""
        return (self.folder / f"{self.name}.{kind}").is_file()

    @property
    def title(self) -> str:
        """What it tells of."""
        return str(PAGES[self.name][1])

    @property
    def megabytes(self) -> str:
        """What it weighs, as people of this language write it."""
        return number(max(self.path.stat().st_size / 1_000_000, 0.1), "#,##0.0")


def film(name: str) -> Film | None:
    """Return the film of a page; None where none was made."""
    found = Film(name, folder(current_app.config["DATA_DIR"]))
    return found if name in PAGES and found.has("mp4") else None


def films() -> list[Film]:
    """Return every film there is, in the order of the pages."""
    return [found for found in map(film, PAGES) if found]


def film_here() -> Film | None:
    """Return the film of the page being shown."""
    name = OF_VIEW.get(request.endpoint or "")
    if name is None or not folder(current_app.config["DATA_DIR"]).is_dir():
        return None
    return film(name)


@cache
def folder(data_dir: Path) -> Path:
    """Return where the operator puts films."""
    return data_dir / "lsf"
