"""What the invented structures expect: two months to come, and one that has come."""

from datetime import datetime

from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.forecasts import actions
from webapp.forecasts.rules import later, month_of

EMPLOYER = "karim@ateliers-du-canal.example"
POSTS = (("office-cleaning", 3, 3), ("gardening", 2, 1), ("brush-clearing", 1, 0))


def bring_in(now: datetime) -> None:
    """Say so many posts of each job, so many months from now."""
    employer = next((one for one in team.accounts() if one.email == EMPLOYER), None)
    if employer is None:
        return
    this_month = month_of(now.astimezone(PARIS).date())
    for job, count, months in POSTS:
        actions.say(job, count, later(this_month, months), employer, now)
