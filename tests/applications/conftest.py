"""The day on which these tests happen."""

import pytest

from tests.applications.pages import FRIDAY_MORNING


@pytest.fixture
def on_friday(at):
    """Friday 20 November 2026, at 10 in the morning."""
    at(FRIDAY_MORNING)
