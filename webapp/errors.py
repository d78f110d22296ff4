"""Refusals that carry their own words, and the one place that shows every error."""

from typing import Self

from flask import Flask, Response, has_request_context, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel.speaklater import LazyString
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from webapp.i18n import lazy_gettext as _l
from webapp.program_errors import OF_API


class Refused(Exception):
    """Something cannot be done: what happened, what to do next, and the HTTP status."""

    title = _l("Ce n’est pas possible")
    advice = _l("Revenez en arrière, ou appelez-nous.")
    code: int = 400
    door: tuple[LazyString, str] | None = None  # where to go next; else to the search of work

    @classmethod
    def for_status(cls, status: int) -> Self:
        """Return the refusal that says this HTTP status in plain words, or in a program's."""
        refusal = cls()
        of_api = has_request_context() and request.path.startswith("/api/")
        words = WORDS | OF_API if of_api else WORDS
        title, advice = words.get(status, WORDS[500])
        refusal.title, refusal.advice, refusal.code = title, advice, status
        return refusal


WORDS = {
    400: (_l("Cette page n’a pas compris"), _l("Revenez en arrière et essayez encore.")),
    403: (_l("Cette page est fermée"), _l("Elle n’est pas ouverte avec ce téléphone.")),
    404: (
        _l("Cette page n’existe pas"),
        _l("L’offre est peut-être finie. Regardez les autres offres."),
    ),
    405: (_l("Cette page ne s’ouvre pas ainsi"), _l("Repartez de l’accueil.")),
    413: (_l("C’est trop long"), _l("Revenez en arrière et écrivez moins.")),
    429: (_l("Beaucoup d’essais à la suite"), _l("Attendez une minute, puis essayez encore.")),
    500: (
        _l("Ça ne marche pas, et c’est notre faute"),
        _l("Essayez dans quelques minutes, ou appelez-nous."),
    ),
    503: (_l("Il y a trop de monde en ce moment"), _l("Essayez dans une minute.")),
}
PLAIN = frozenset({"api", "operations"})


def show(error: Refused | HTTPException) -> ResponseReturnValue:
    """Show a refusal as a page; let redirects and ready answers through."""
    if isinstance(error, HTTPException) and (error.response or (error.code or 500) < 400):
        return error.get_response()
    if isinstance(error, SecurityError):  # another name of the host: no address of ours can be made
        return Response(str(WORDS[400][0]), 400, mimetype="text/plain")
    refusal = error if isinstance(error, Refused) else Refused.for_status(error.code or 500)
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    headers = {"Allow": ", ".join(sorted(methods))} if methods else {}
    if request.blueprint in PLAIN or request.path.startswith("/api/"):
        words = {"error": str(refusal.title), "advice": str(refusal.advice)}
        return words, refusal.code, headers
    return render_template("errors/page.html", error=refusal), refusal.code, headers


def init_app(app: Flask) -> None:
    """Show every refusal and every HTTP error the same way."""
    app.register_error_handler(Refused, show)
    app.register_error_handler(HTTPException, show)
