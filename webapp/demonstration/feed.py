"""Invented structures such as the public feed names: no offer yet, and a number to call."""

from datetime import datetime

from webapp.extensions import db
from webapp.organisations.models import Organisation
from webapp.places import queries as places

TO_CALL = (
    ("aci", "Les Mains Vertes du Rhône", "69266", "14 rue des Charmilles", "+33465713061"),
    ("ei", "Gardiens des Deux Rives", "69256", "3 allée du Moulin", "+33465713062"),
    ("ai", "Services Voisins Valence", "26362", "22 rue des Mariniers", "+33465713063"),
    ("aci", "A Strada Nova", "2A247", "Route de l’Étang", "+33465713064"),
)


def bring_in(now: datetime) -> None:
    """Keep them at the middle of their town, as an import of the feed does."""
    for kind, name, insee, address, phone in TO_CALL:
        town = places.commune(insee)
        if town:
            db.session.add(
                Organisation(
                    kind=kind,
                    name=name,
                    insee=insee,
                    address=address,
                    lat=town.lat,
                    lon=town.lon,
                    phone=phone,
                    feed_id=f"demonstration-{phone}",
                    demonstration=True,
                    created_at=now,
                )
            )
    db.session.flush()
