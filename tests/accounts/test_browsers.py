"""What a browser is called."""

import pytest

from webapp.accounts.browsers import described
from webapp.accounts.device_words import device_name, device_picture

APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
BLINK = "AppleWebKit/537.36 (KHTML, like Gecko)"
SEEN = {
    f"Mozilla/5.0 (Linux; Android 10; K) {BLINK} Chrome/140.0.0.0 Mobile Safari/537.36": (
        "Téléphone Android, Chrome"
    ),
    f"Mozilla/5.0 (Linux; Android 8.0; SM-T510) {BLINK} Chrome/80.0.3987.99 Safari/537.36": (
        "Tablette Android, Chrome"
    ),
    f"Mozilla/5.0 (Linux; Android 14) {BLINK} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari": (
        "Téléphone Android, Samsung Internet"
    ),
    "Mozilla/5.0 (Android 13; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0": (
        "Téléphone Android, Firefox"
    ),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {APPLE} Version/17.5 Safari/604.1": (
        "iPhone, Safari"
    ),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {APPLE} CriOS/140 Mobile Safari": (
        "iPhone, Chrome"
    ),
    f"Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) {APPLE} Version/12.1 Safari/604.1": (
        "iPad, Safari"
    ),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Chrome/140.0 Safari/537.36 Edg/140.0": (
        "Ordinateur Windows, Edge"
    ),
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {APPLE} Version/18.0 Safari/605.1.15": (
        "Ordinateur Mac, Safari"
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0": (
        "Ordinateur Linux, Firefox"
    ),
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {BLINK} Chrome/140.0 Safari/537.36": (
        "Ordinateur Chromebook, Chrome"
    ),
    f"Mozilla/5.0 (Windows NT 10.0) {BLINK} Chrome/140.0 Safari/537.36 OPR/120.0": (
        "Ordinateur Windows, Opera"
    ),
    "curl/8.5.0": "Autre appareil",
    "": "Autre appareil",
    "x" * 100_000: "Autre appareil",
}


@pytest.mark.parametrize(("said", "name"), SEEN.items(), ids=list(SEEN.values()))
def test_a_device_has_a_name_in_plain_words(app, said, name):
    with app.test_request_context():
        assert device_name(described(said)) == name


def test_a_name_of_ones_own_stays(app):
    with app.test_request_context():
        assert device_name("Téléphone de maman") == "Téléphone de maman"
        assert device_name("") == "Autre appareil"


def test_a_computer_does_not_look_like_a_phone():
    assert device_picture("windows/Edge") == "laptop"
    assert device_picture("iphone/Safari") == "mobile"
