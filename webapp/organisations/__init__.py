"""Structures, their accounts, sites and contacts, kept by their lead; places of help."""
