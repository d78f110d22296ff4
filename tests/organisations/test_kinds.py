"""The kinds of organisation, and what each may do."""

import pytest

from webapp.accounts.enums import Role
from webapp.organisations.kinds import ENTITLED, FED, HIRING, LABELS, NETWORKS, OrganisationKind

EVERY = list(OrganisationKind)


@pytest.mark.parametrize("kind", EVERY)
def test_each_kind_has_a_name_fits_its_column_and_may_do_something(kind):
    assert str(LABELS[kind])
    assert len(kind.value) <= 16
    assert kind.hires or kind.accompanies or kind.is_network
    assert kind.roles[-1] == Role.LEAD


@pytest.mark.parametrize("named", [ENTITLED, FED, HIRING, NETWORKS])
def test_what_a_list_names_is_a_kind(named):
    assert set(named) <= {kind.value for kind in EVERY}


def test_the_siae_hire_and_accompany_and_entitle_nobody():
    siae = [kind for kind in EVERY if kind.is_siae]

    assert len(siae) == 5
    for kind in siae:
        assert kind.roles == (Role.EMPLOYER, Role.ADVISER, Role.LEAD)
        assert not kind.is_entitled


@pytest.mark.parametrize(
    "name", ["FRANCE_TRAVAIL", "MISSION_LOCALE", "CAP_EMPLOI", "PLIE", "CCAS", "DEPARTEMENT", "PJJ"]
)
def test_an_entitled_prescriber_accompanies_and_hires_nobody(name):
    kind = OrganisationKind[name]

    assert kind.is_entitled
    assert kind.accompanies
    assert not kind.hires


@pytest.mark.parametrize("name", ["SOCIAL_CENTRE", "EMPLOYMENT_HOUSE", "SUPPORT", "OPCS", "GEIQ"])
def test_who_is_not_on_the_national_list_is_not_entitled(name):
    assert not OrganisationKind[name].is_entitled


def test_a_pure_network_follows_nobody():
    for name in ("FEDERATION", "FT_DIRECTION", "NETWORK"):
        assert OrganisationKind[name].roles == (Role.NETWORK, Role.LEAD)


def test_the_departement_accompanies_and_is_a_network():
    roles = OrganisationKind.DEPARTEMENT.roles

    assert set(roles) == {Role.ADVISER, Role.NETWORK, Role.LEAD}
