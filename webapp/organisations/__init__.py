"""Structures, the humans who answer for them, and places where help is found."""
