"""A process beats while its loop turns, and only then."""

import pytest

from webapp.operations import heartbeats


class Ended(Exception):
    """The test has seen enough."""


@pytest.mark.parametrize(
    ("signs", "beats"),
    [
        ([10.0, 20.0, 30.0], 3),
        ([1_795_251_179.5, 20_029.5, 20_034.5], 3),  # the file's own hour came first
        ([10.0, 10.0, 10.0], 1),  # the loop no longer turns
    ],
)
def test_it_beats_at_each_new_sign(monkeypatch, tmp_path, signs, beats):
    seen: list[str] = []
    left = iter(signs)

    def last_sign() -> float:
        try:
            return next(left)
        except StopIteration:
            raise Ended from None

    monkeypatch.setattr(heartbeats, "beat", lambda _folder, name: seen.append(name))
    monkeypatch.setattr(heartbeats.time, "sleep", lambda _seconds: None)
    with pytest.raises(Ended):
        heartbeats.keep_beating(tmp_path, "web", last_sign)

    assert seen == ["web"] * beats
