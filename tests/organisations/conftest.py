"""A lead in their browser, someone of the same structure; the command that brings the feed in."""

import pytest
from flask import Flask

from tests.factories import make_account, sign_in
from tests.organisations.feed_pages import saved
from tests.support.client import InspectingClient
from webapp.accounts.models import Account


@pytest.fixture
def lead(app: Flask) -> Account:
    """The lead of a structure that hires."""
    return make_account("lead", first_name="Karim", last_name="Benali", function="directeur")


@pytest.fixture
def desk(lead: Account, client: InspectingClient) -> InspectingClient:
    """The browser in which the lead has entered."""
    sign_in(client, lead)
    return client


@pytest.fixture
def colleague(lead: Account) -> Account:
    """Someone of the same structure."""
    return make_account(
        "employer", organisation=lead.organisation, first_name="Sonia", last_name="Martin"
    )


@pytest.fixture
def bring_in(app, runner, tmp_path):
    """A function that runs the command on some pages and returns what it says."""

    def run(*pages: object, options: tuple[str, ...] = (), code: int = 0) -> str:
        path = saved(tmp_path, *pages)
        result = runner.invoke(args=["organisations", "import-feed", path, *options])
        assert result.exit_code == code, result.output
        assert result.stdout == ""
        said: str = result.stderr
        return said

    return run
