"""What others read of a structure: no small count, once, and the same for good."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import (
    make_account,
    make_organisation,
    sign_in,
)
from tests.network.making import (
    FIGURES,
    FOURTH,
    NOW,
    SUMMER,
    THIRD,
    asked,
    cells,
    csv_of,
    follow,
    make_act,
)
from webapp.clock import today
from webapp.extensions import db
from webapp.network import publishing, rules
from webapp.network.models import PublishedQuarter
from webapp.operations import daily


def publish():
    """Do the night's work."""
    daily.publish_figures(today())


def test_no_small_count_leaves_the_structure(client, ateliers, lead):
    asked(ateliers, *["sent"] * 12, *["hired"] * 3, *["met"] * 7)
    publish()

    page = client.get(f"{FIGURES}/partage?trimestre={THIRD}")
    shared = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}")
    counts = cells(shared, "Demandes d’emploi reçues")

    assert counts["total"] == "22"
    assert counts["Embauches"] == "***"
    assert counts["Attendent une réponse"] == "***"  # else the total would tell
    assert counts["Rendez-vous proposé, pris ou fait"] == "7"
    assert "caché" in page.words


def test_too_few_people_are_not_told_at_all(client, ateliers, lead):
    asked(ateliers, "hired", "sent")
    publish()

    shared = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}")
    counts = cells(shared, "Demandes d’emploi reçues")

    assert counts == {"total": "***"}


def split_of(client, quarter):
    """What others read of the people followed in a quarter."""
    return cells(client.get(f"{FIGURES}/partage.csv?trimestre={quarter}"), "Personnes suivies")


@pytest.mark.parametrize(("left", "split"), [(2, "***"), (6, "20")])
def test_two_quarters_together_do_not_tell_how_few_left(client, ateliers, lead, at, left, split):
    """Followed in summer, less those still there in autumn: it would be who left."""
    at(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    for _ in range(20):
        follow(ateliers, SUMMER)
    for _ in range(left):
        follow(ateliers, SUMMER, ended=SUMMER + timedelta(days=9))
    for _ in range(7):
        follow(ateliers, NOW)
    publish()

    summer, autumn = split_of(client, THIRD), split_of(client, FOURTH)

    assert summer["total"] == str(20 + left)
    assert autumn["total"] == "27"
    assert autumn["Suivies avant"] == split
    assert "Suivi terminé" not in client.get(f"{FIGURES}/partage?trimestre={THIRD}").words


def test_a_quarter_is_read_a_month_after_its_end_and_is_the_same_for_good(
    database, client, ateliers, lead, at
):
    """Read at two moments, it would tell what became of one person."""
    at(datetime(2026, 10, 30, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    asked(ateliers, *["sent"] * 12, *["hired"] * 6)
    follow(ateliers, SUMMER)
    publish()
    assert THIRD not in publishing.of(ateliers)

    at(datetime(2026, 10, 31, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    assert "Ce trimestre sera arrêté cette nuit." in client.get(f"{FIGURES}/partage").words
    publish()
    first = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}").text
    asked(ateliers, *["hired"] * 9)
    make_act(organisation=ateliers, held_on=date(2026, 8, 3))
    publish()

    assert "6" in cells(client.get(f"{FIGURES}/partage.csv"), "Demandes d’emploi reçues").values()
    assert client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}").text == first
    own = cells(client.get(f"{FIGURES}.csv?trimestre={THIRD}"), "Demandes d’emploi reçues")
    assert own["Embauches"] == "15"


def test_no_hidden_count_is_written_anywhere(ateliers, lead):
    asked(ateliers, *["sent"] * 12, *["hired"] * 3, *["met"] * 7)
    asked(make_organisation(kind="ei"), "hired")
    publish()

    kept = db.session.scalars(select(PublishedQuarter)).all()

    rows = [row for one in kept for table in one.tables for row in table["rows"]]
    assert [count for _key, count in rows if count is not None and 0 < count < rules.SMALL] == []
    assert any(count is None for _key, count in rows)
    totals = [table["total"] for one in kept for table in one.tables]
    assert all(total is None or total >= rules.SMALL for total in totals)


@pytest.mark.parametrize(("gone", "split"), [(1, "***"), (7, "20")])
def test_what_two_published_quarters_tell_is_counted_from_what_was_read(
    client, ateliers, lead, at, gone, split
):
    """Someone erased between two quarters is part of the first one for good."""
    for _ in range(20):
        follow(ateliers, SUMMER)
    erased = [follow(ateliers, SUMMER) for _ in range(gone)]
    publish()
    for one in erased:
        db.session.delete(one)
    db.session.commit()
    at(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    for _ in range(7):
        follow(ateliers, NOW)
    publish()

    assert split_of(client, THIRD)["total"] == str(20 + gone)
    assert split_of(client, FOURTH)["Suivies avant"] == split


def test_a_network_takes_the_figures_away_and_no_name_becomes_a_formula(client, ateliers):
    asked(ateliers, *["sent"] * 12)
    make_act(organisation=ateliers, held_on=date(2026, 8, 3), people=2)
    make_account("lead", organisation=ateliers)
    make_account("lead", organisation=make_organisation(kind="ei", name="=1+1"))
    publish()
    sign_in(client, make_account("network", organisation=make_organisation(kind="federation")))

    lines = {
        line[0]: line for line in csv_of(client.get(f"/reseau/chiffres.csv?trimestre={THIRD}"))
    }

    assert lines["Les Jardins"][3:] == ["12", "***", "1"]
    assert "'=1+1" in lines


def test_a_quarter_that_goes_on_is_not_shared(client, ateliers, lead):
    asked(ateliers, *["sent"] * 9, when=NOW)
    publish()

    page = client.get(f"{FIGURES}/partage?trimestre={FOURTH}")

    assert "9" not in [cell.text() for cell in page.all("td b")]
    assert page.all("nav a[aria-current=page]")[-1].text() == "3e trimestre 2026"


def test_a_network_reads_what_each_shows_of_itself(client, ateliers):
    asked(ateliers, *["sent"] * 12, *["hired"] * 6, *["met"] * 7)
    small = make_organisation(kind="ei", name="Petite")
    asked(small, "hired")
    make_organisation(kind="ei", name="Ailleurs", insee="26362")
    for one in (ateliers, small):
        make_account("lead", organisation=one)
    federation = make_organisation(kind="federation", name="Fédération")
    publish()
    sign_in(client, make_account("network", organisation=federation))

    page = client.get(f"/reseau/?trimestre={THIRD}")

    lines = {one.css_first("b").text(): one.text() for one in page.all(".lines li")}
    assert "Ailleurs" not in lines
    assert "Fédération" not in lines
    assert "25" in lines["Les Jardins"]
    assert "caché" in lines["Petite"]


def test_a_network_reads_acts_by_article_without_any_small_count(client, ateliers, lead):
    held = {"organisation": ateliers, "held_on": date(2026, 8, 12), "created_at": SUMMER}
    make_act(article="Art. 4", people=7, staff=2, **held)
    make_act(article="article 4", people=2, staff=4, **held)
    make_act(article="10", people=3, staff=1, hires=1, **held)
    publish()
    sign_in(client, make_account("network", organisation=make_organisation(kind="federation")))

    page = client.get(client.get(f"/reseau/?trimestre={THIRD}").links()["Actions par article"])

    assert "2 actions, 9 personnes, 6 professionnels, 0 partenariat" in page.words
    assert "1 action, personnes : caché, professionnels : caché" in page.words
    assert page.words.index("Article 4") < page.words.index("Article 10")
    kept = db.session.scalars(select(PublishedQuarter)).all()
    assert [one for row in kept for one in row.articles if one["article"] == "10"] == [
        {"article": "10", "partnerships": 0, "acts": 1, "late": 0}
    ]
    lines = csv_of(client.get(page.links()["Télécharger (CSV)"]))
    assert lines[2][:5] == ["Article 10", "Les Jardins", "1", "***", "***"]


def test_acts_noted_after_a_quarter_was_published_change_nothing_for_others(ateliers, lead):
    publish()
    make_act(organisation=ateliers, held_on=date(2026, 8, 12), article="4", people=9)
    publish()

    assert not publishing.by_article([ateliers], THIRD)
