"""A person's own pages: who they are, who may see it, who saw it, and how to take it all back."""

from flask import Blueprint

bp = Blueprint("people", __name__)
