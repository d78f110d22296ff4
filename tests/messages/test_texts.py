"""Our own SMS: one part each, the code first, words that everyone reads."""

import re

import pytest

from webapp import phones
from webapp.messages import texts
from webapp.messages.rules import gsm, parts
from webapp.plainfrench import checking

HELP_LINE = phones.Phone("+33465710000").shown
REPLIES = {
    "stopped": texts.STOPPED,
    "resumed": texts.RESUMED,
    "help": texts.with_help(texts.HELP, HELP_LINE),
    **{word: texts.with_help(text, HELP_LINE) for word, text in texts.UNKNOWN.items()},
}


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_one_part(name):
    assert parts(gsm(REPLIES[name])) == 1, len(REPLIES[name])


@pytest.mark.parametrize(
    "url",
    [
        "https://deux-pas.example",
        "https://travail.metropole-de-lyon.example/",
        "http://localhost:8000",
    ],
)
def test_a_code_comes_first_and_again_for_the_phone_to_fill_in(url):
    text = gsm(texts.code("123456", url))
    lines = text.split("\n")

    assert text.startswith("123 456 ")
    assert re.fullmatch(r"@[a-z.-]+ #123456", lines[-1])
    assert lines[-1].split()[0][1:] in url
    assert parts(text) == 1


def test_only_the_origin_bound_line_names_our_address():
    text = texts.code("920175", "https://deux-pas.example")

    assert text.endswith("\n@deux-pas.example #920175")
    assert text.count("deux-pas.example") == 1


@pytest.mark.parametrize("name", REPLIES)
def test_our_words_are_simple_french(name):
    report = checking.report(REPLIES[name], apart=("REPRENDRE", "STOP", "AIDE", "MENAGE"))

    assert report.longest <= 12
    assert not report.hard_words
