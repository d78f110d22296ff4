"""Offers of work: posted from choices, published, found near home, read."""
