"""The voice of a page: from written French to sentences, from sentences to sound."""

from flask import Flask, Response, current_app, json, render_template, request
from markupsafe import Markup

from webapp.assets import sheet
from webapp.i18n import language
from webapp.pictures import inline
from webapp.speech import lists, queries, sounds
from webapp.speech.own_pages import READ_ALOUD

# An answer to what was sent has no address to be asked for again: it carries what it says.
CARRIED = '<script type="application/json" id="said">{}</script></body>'


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
        answer = {**lists.answer_of(found, frozenset()), **player()}
        said = json.dumps(answer).replace("<", "\\u003c")
        response.set_data(html.replace("</body>", CARRIED.replace("{}", said)))
    return response


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
    app.jinja_env.globals.update(can_speak=can_speak, whole_picture=whole_picture)
    app.after_request(carry)
