"""Every page of sign-in and of devices: each part has a file of its own."""

from flask import Blueprint

from webapp.accounts import (
    card_pages,
    device_pages,
    key_pages,
    naming,
    persons,
    settling,
    staff_pages,
)

PARTS: tuple[Blueprint, ...] = (
    persons.bp,
    naming.bp,
    settling.bp,
    card_pages.bp,
    device_pages.bp,
    key_pages.bp,
    staff_pages.bp,
)

bp = Blueprint("accounts", __name__)
for part in PARTS:
    bp.register_blueprint(part)
