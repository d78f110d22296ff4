"""The one logger: each event is a line of data, on standard error."""

import json
import logging
import sys

from webapp.lighter import without

with without("rich"):  # for the colours of a console: 3 MB
    import structlog

ENCODER = json.JSONEncoder(default=repr)  # made once: a log line is as frequent as a page
log = structlog.get_logger("a_deux_pas")


def configure(*, quiet: bool) -> None:
    """Write JSON lines; where it is quiet, those of errors alone."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(lambda event, **_how: ENCODER.encode(event)),
        ],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=not quiet,
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.ERROR if quiet else logging.INFO
        ),
    )
