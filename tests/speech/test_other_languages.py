"""Phones, amounts and units in the other languages."""

import pytest

from webapp.speech.other_languages import said


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        (
            "en",
            "Call 04\u00a065\u00a071\u00a030\u00a001",
            "Call zero four, six five, seven one, three zero, zero one",
        ),
        ("en", "€12.31 an hour", "12 euros 31 an hour"),
        ("en", "€1 334 a month", "1334 euros a month"),
        ("en", "2.6 km, 45 min on foot", "2.6 kilometres, 45 minutes on foot"),
        ("es", "12,31 € por hora", "12 euros 31 por hora"),
        ("es", "20 h a la semana", "20 horas a la semana"),
        ("pt", "300 m · 4 min", "300 metros, 4 minutos"),
        ("tr", "12,31 €", "12 avro 31"),
        ("uk", "12,31 €", "12 євро 31"),
        ("en", "See https://exemple.fr/a", "See the link"),
        ("en", "Cleaning offices", "Cleaning offices"),
        ("xx", "12 €", "12 €"),
    ],
)
def test_a_sentence_is_read_in_words_of_its_language(language, written, spoken):
    assert said(written, language) == spoken
