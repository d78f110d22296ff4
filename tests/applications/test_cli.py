"""What is kept no longer than needed."""

from datetime import UTC, datetime

from sqlalchemy import func, select

from tests.factories import make_application
from webapp.applications.models import Application
from webapp.extensions import db


def test_forgetting_old_requests_says_how_many_went(runner):
    make_application(created_at=datetime(2020, 1, 1, tzinfo=UTC))
    make_application()

    result = runner.invoke(args=["applications", "forget-old"])

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Forgot 1 request" in result.stderr
    assert db.session.scalar(select(func.count(Application.id))) == 1
