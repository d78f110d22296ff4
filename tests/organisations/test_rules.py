"""How long an invitation opens."""

from datetime import UTC, datetime, timedelta

from webapp.organisations import rules

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_an_invitation_opens_until_its_last_moment():
    assert rules.opens(expires_at=NOW, revoked_at=None, now=NOW)
    assert not rules.opens(expires_at=NOW, revoked_at=None, now=NOW + timedelta(seconds=1))


def test_a_closed_invitation_opens_no_more():
    assert not rules.opens(expires_at=NOW + timedelta(days=9), revoked_at=NOW, now=NOW)


def test_only_the_hash_of_a_secret_is_kept():
    assert rules.hash_of("secret") != rules.hash_of("Secret")
    assert len(rules.hash_of("secret")) == 64
    assert "secret" not in rules.hash_of("secret")
