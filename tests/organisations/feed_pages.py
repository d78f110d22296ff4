"""Pages of the public feed written for tests, in its own words."""

import json
from typing import Any

Json = dict[str, Any]


def a_structure(number: int = 1, **facts: Any) -> Json:
    """Return a structure of the feed, at Vaulx-en-Velin unless the facts say otherwise."""
    usual: Json = {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "siret": f"{number:014d}",
        "cree_le": "2024-01-01T08:00:00Z",
        "mis_a_jour_le": "2024-01-01T08:00:00Z",
        "type": "ACI",
        "raison_sociale": f"CHANTIER {number}",
        "enseigne": f"Le Chantier {number}",
        "telephone": "04 65 71 00 09",
        "courriel": "",
        "site_web": "",
        "description": "",
        "bloque_candidatures": False,
        "addresse_ligne_1": "8 rue de la Rize",
        "addresse_ligne_2": "",
        "code_postal": "69120",
        "ville": "Vaulx-en-Velin",
        "departement": "69",
        "postes": [],
    }
    return usual | facts


def a_job(number: int = 1, **facts: Any) -> Json:
    """Return a job of the feed."""
    usual: Json = {
        "id": number,
        "rome": "Nettoyage de locaux (K2204)",
        "cree_le": "2024-01-01T08:00:00Z",
        "mis_a_jour_le": None,
        "recrutement_ouvert": "True",
        "description": "Vous nettoyez des bureaux.",
        "appellation_modifiee": "Agent de propreté",
        "type_contrat": "CDD insertion",
        "nombre_postes_ouverts": 2,
        "lieu": None,
        "profil_recherche": "",
    }
    return usual | facts


def a_page(*structures: Json, **facts: Any) -> Json:
    """Return one page of the feed, the only one unless the facts say otherwise."""
    usual = {"count": len(structures), "next": None, "previous": None}
    return {**usual, "results": list(structures), **facts}


def saved(tmp_path: Any, *pages: Any, name: str = "feed.json") -> str:
    """Return the path of a file that holds one page, or a list of several."""
    path = tmp_path / name
    path.write_text(json.dumps(pages[0] if len(pages) == 1 else list(pages)), encoding="utf-8")
    return str(path)
