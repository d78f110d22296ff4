"""Offers read by an adviser near them: a new employer’s first, and those held or reported."""
