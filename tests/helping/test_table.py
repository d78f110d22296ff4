"""Who answers for what: a table that the lead keeps."""

import pytest

from tests.factories import make_account, make_organisation, sign_in
from webapp.extensions import db
from webapp.helping import queries
from webapp.helping.enums import Need

pytestmark = pytest.mark.usefixtures("monday")
TABLE = "/structure/aides/"


def test_the_table_shows_what_is_kept_and_takes_another(client, berges, nadia, thomas):
    sign_in(client, thomas)
    fields = client.get(TABLE).fields("main form")
    assert fields["reach-papers"] == "near"
    assert fields["reach-money"] == ""

    wanted = {"reach-papers": "", "reach-money": "departement", "account-money": nadia.public_id}
    assert client.post(TABLE, data=fields | wanted).status_code == 303

    db.session.expire_all()
    kept = queries.table(berges.id)
    assert set(kept) == {Need.MONEY, Need.TALK}
    assert kept[Need.MONEY].account == nadia
    assert "Réponses aux demandes d’aide changées" in client.get("/structure/journal").words


def test_only_someone_of_the_team_may_be_named(client, berges, thomas):
    sign_in(client, thomas)
    stranger = make_account("adviser")
    fields = client.get(TABLE).fields("main form")

    page = client.post(TABLE, data=fields | {"account-papers": stranger.public_id})

    assert page.status_code == 422


def test_an_organisation_that_follows_nobody_has_no_table(client):
    lead = make_account("lead", organisation=make_organisation(kind="federation"))
    sign_in(client, lead)

    assert client.get(TABLE).status_code == 404
