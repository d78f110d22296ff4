"""The voice of a page: from written French to sentences, from sentences to sound."""

from typing import Any

from flask import Flask, Response, current_app, json, render_template, request
from markupsafe import Markup

from webapp.assets import sheet
from webapp.i18n import language
from webapp.pictures import inline
from webapp.speech import lists, queries, sounds
from webapp.speech.own_pages import READ_ALOUD

# An answer to what was sent has no address to be asked for again: it carries what it says.
CARRIED = '<script type="application/json" id="said">{}</script>'


def says_itself(response: Response) -> bool:
    """Return whether an answer to what was sent is a page that is read aloud."""
    view = current_app.view_functions.get(request.endpoint or "")
    return (
        request.method == "POST"
        and response.mimetype == "text/html"
        and not response.direct_passthrough
        and getattr(view, "access", None) in READ_ALOUD
        and b'id="listen"' in response.get_data()
    )


def carry(response: Response) -> Response:
    """Give a page that answers what was sent its own sentences: nobody can ask for it again."""
    if says_itself(response):
        html = response.get_data(as_text=True)
        found = queries.of_page(html, language().html)
        said = carried({**lists.answer_of(found, frozenset()), **player()})
        response.set_data(html.replace("</body>", f"{said}</body>"))
    return response


def carried(answer: dict[str, Any]) -> Markup:
    """Return what the player needs of a page, to be put into this page."""
    return Markup(CARRIED.replace("{}", json.dumps(answer).replace("<", "\\u003c")))  # noqa: S704 - JSON, no tag in it


def player_without_network() -> Markup:
    """Return the player alone: the phone's own voice reads the lines that show."""
    return carried({"said": [], "bytes": dict.fromkeys(sounds.KINDS, 0), **player()})


def player() -> dict[str, str]:
    """Return the player and its styles: pages do not carry them until someone listens."""
    return {"player": render_template("speech/_player.html"), "css": sheet("player")}


def whole_picture(name: str) -> Markup:
    """Return a picture that carries its own lines, for a part that comes into a page."""
    return inline(name, None, False)


def can_speak() -> bool:
    """Return whether the server can say pages of this language, whatever the phone can."""
    return sounds.speaks(language().html)


def init_app(app: Flask) -> None:
    """Let pages know whether they can be heard, and let answers carry what they say."""
    app.jinja_env.globals.update(
        can_speak=can_speak,
        whole_picture=whole_picture,
        player_without_network=player_without_network,
    )
    app.after_request(carry)
