"""A sweeper as a program: it sends all that is due, at a given moment or now, and says how much."""

import sys
from datetime import datetime

from webapp import create_app
from webapp.clock import now
from webapp.messages import sweeping


def main() -> None:
    """Sweep once, for as long as it takes."""
    at = datetime.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else None
    with create_app().app_context():
        swept = sweeping.turn(lambda: at or now(), longest=60)
    print(swept.sent)


if __name__ == "__main__":
    main()
