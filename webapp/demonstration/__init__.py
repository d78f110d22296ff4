"""A demonstration territory: invented structures, offers and people, taken out by one command."""
