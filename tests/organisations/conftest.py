"""The command that brings the feed in, for each test of it."""

import pytest

from tests.organisations.feed_pages import saved


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
