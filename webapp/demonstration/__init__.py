"""A demonstration territory: invented structures and offers, marked as such, removed in one command."""
