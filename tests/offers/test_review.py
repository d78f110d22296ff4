"""Offers that someone must read before people see them."""

import pytest

from tests.factories import make_offer
from webapp import clock
from webapp.extensions import db
from webapp.offers import actions
from webapp.offers.models import OfferSearch
from webapp.scams import rules as scams


@pytest.fixture
def doubtful(monkeypatch):
    """Words that look doubtful, whatever the signs of today are."""
    text = "Ces mots sont douteux"

    def check(typed: str, channel: str | None = None) -> scams.Verdict:
        if text not in typed:
            return scams.Verdict(scams.Level.NONE, (), understood=True)
        found = scams.Found(scams.Sign.OFF_PLATFORM, text)
        return scams.Verdict(scams.Level.CHECK, (found,), understood=True)

    monkeypatch.setattr(scams, "check", check)
    return text


@pytest.fixture
def draft(app, doubtful):
    """A whole offer with doubtful words."""
    return make_offer("draft", words=doubtful)


def is_found(offer):
    """Whether people can find an offer."""
    return db.session.get(OfferSearch, offer.id, populate_existing=True) is not None


def held(offer):
    """Publish an offer that is held, and return it."""
    actions.publish(offer, clock.now())
    db.session.commit()
    return offer


def test_doubtful_words_are_read_before_people_see_them(client, draft):
    held(draft)

    assert draft.status == "in_review"
    assert draft.published_at is None
    assert not is_found(draft)
    assert client.get(f"/offres/{draft.public_id}").status_code == 404


def test_offers_to_read_are_listed_with_their_words(runner, draft, doubtful):
    held(draft)

    listed = runner.invoke(args=["offers", "review"]).output

    assert draft.public_id in listed
    assert f"« {doubtful} »" in listed


def test_an_approved_offer_is_on_line_and_its_words_are_not_asked_about_again(
    database, runner, draft
):
    held(draft)

    done = runner.invoke(args=["offers", "approve", draft.public_id])

    assert done.exit_code == 0, done.output
    db.session.refresh(draft)
    assert draft.status == "published"
    assert is_found(draft)
    actions.pause(draft, clock.now())
    actions.publish(draft, clock.now())
    assert draft.status == "published"


def test_other_doubtful_words_are_read_again(runner, draft, doubtful):
    held(draft)
    runner.invoke(args=["offers", "approve", draft.public_id])
    db.session.refresh(draft)
    draft.words = f"{doubtful}, et d’autres"

    actions.keep_true(draft, clock.now())

    assert draft.status == "in_review"
    assert not is_found(draft)


def test_a_refused_offer_keeps_its_reason_and_is_read_again(runner, draft):
    held(draft)

    done = runner.invoke(args=["offers", "refuse", draft.public_id, "Le lieu n’existe pas."])

    assert done.exit_code == 0, done.output
    db.session.refresh(draft)
    assert (draft.status, draft.refusal) == ("refused", "Le lieu n’existe pas.")
    draft.words = ""
    actions.publish(draft, clock.now())
    assert draft.status == "in_review"
    actions.approve(draft, clock.now())
    assert (draft.status, draft.refusal) == ("published", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["approve", "nothing2"],
        ["refuse", "nothing2", "Non"],
        ["refuse", "nothing2", ""],
        ["refuse", "nothing2", "a" * 301],
    ],
)
def test_a_decision_on_no_offer_or_without_reason_is_refused(app, runner, arguments):
    assert runner.invoke(args=["offers", *arguments]).exit_code != 0


def test_an_offer_no_longer_whole_cannot_be_approved(runner, draft):
    held(draft)
    draft.pay_cents = None
    db.session.commit()

    done = runner.invoke(args=["offers", "approve", draft.public_id])

    assert done.exit_code == 1
    assert "pay" in done.output
    db.session.refresh(draft)
    assert draft.status == "in_review"


def test_usual_words_are_not_read_first(app):
    offer = make_offer("draft", words="Débutants acceptés. Formation payée. Équipe sympathique.")

    assert held(offer).status == "published"


def test_a_trap_cannot_be_approved(app):
    offer = make_offer("draft", words="Payez 80 € de frais de dossier par mandat cash avant.")
    offer.status = "in_review"

    with pytest.raises(actions.LooksLikeAScam):
        actions.approve(offer, clock.now())
