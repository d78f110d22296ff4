"""Every page of sign-in and of devices: each part has a file of its own."""

from flask import Blueprint

PARTS: tuple[Blueprint, ...] = ()

bp = Blueprint("accounts", __name__)
for part in PARTS:
    bp.register_blueprint(part)
