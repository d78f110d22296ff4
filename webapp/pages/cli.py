"""Commands on pages: what is told in French sign language, and what is not."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.pages import signing

commands = AppGroup("pages", help="The films of pages in French sign language (LSF).")


@commands.command()
def lsf() -> None:
    """List the pages, and say where to put the film, the captions and the picture of each."""
    folder: Path = current_app.config["DATA_DIR"] / "lsf"
    click.echo(
        f"Files go to {folder}: NAME.mp4, NAME.vtt (captions), NAME.jpg (picture).", err=True
    )
    for name in signing.PAGES:
        click.echo(f"{name}\t{told(signing.film(name))}")


def told(film: signing.Film | None) -> str:
    """Return what there is of a film."""
    if film is None:
        return "no film"
    captions = "captions" if film.has("vtt") else "no captions"
    picture = "picture" if film.has("jpg") else "no picture"
    return f"{film.path.stat().st_size} bytes, {captions}, {picture}"
