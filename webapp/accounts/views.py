"""Every page of sign-in and of devices: each part has a file of its own."""

from flask import Blueprint

from webapp.accounts import card_pages

PARTS: tuple[Blueprint, ...] = (card_pages.bp,)

bp = Blueprint("accounts", __name__)
for part in PARTS:
    bp.register_blueprint(part)
