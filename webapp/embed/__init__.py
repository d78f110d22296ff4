"""Offers on other sites: an Atom feed, and a plain list to show inside a town's page."""
