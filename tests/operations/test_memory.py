"""Memory that Python has freed goes back to the machine."""

import ctypes

import pytest

from webapp.operations import memory


def test_it_goes_back_where_the_c_library_knows_how(monkeypatch: pytest.MonkeyPatch):
    assert memory.give_back() is hasattr(ctypes.CDLL(None), "malloc_trim")

    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: object())

    assert not memory.give_back()
