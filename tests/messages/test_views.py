"""The doors of providers and the developers' page."""
