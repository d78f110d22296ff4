"""A demonstration territory: invented structures and offers, taken out by one command."""
