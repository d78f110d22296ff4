from webapp.scams.rules import Sign
from webapp.scams.words import CONTACTS, SIGN_WORDS


def test_every_sign_is_explained_with_one_or_two_acts_and_one_human(app):
    with app.test_request_context():
        for sign in Sign:
            words = SIGN_WORDS[sign]
            assert len(str(words.why).split()) <= 12
            assert 1 <= len(words.acts) <= 2
            assert words.contact in CONTACTS
