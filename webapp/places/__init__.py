"""Communes of France: finding the one that was meant, and how far it is."""
