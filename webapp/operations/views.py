"""Addresses for the operator and for machines."""

from flask import Blueprint, Response, current_app
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from webapp.access import public
from webapp.accounts import alarm
from webapp.clock import now
from webapp.operations import metrics, queries

bp = Blueprint("operations", __name__)


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Say whether the database answers and each supervised process is alive."""
    sign_in = {}
    try:
        database = queries.schema_is_current()
        sign_in = alarm.state(now())
    except SQLAlchemyError:
        database = False
    beats = queries.heartbeats(current_app.config["DATA_DIR"])
    well = database and all(beat["alive"] for beat in beats.values())
    answer = {
        "status": "ok" if well else "down",
        "database": database,
        "processes": beats,
        "sign_in": sign_in,
    }
    return answer, 200 if well else 503


@bp.get("/metrics")
@public
def figures() -> ResponseReturnValue:
    """Give the figures of this process in Prometheus's format."""
    return Response(generate_latest(metrics.registry), content_type=CONTENT_TYPE_LATEST)
