"""Requests to meet, “ça m’intéresse”: one person, one offer, one way."""
