"""The same offers, families, places and structures as JSON, for other programs."""
