"""Families of work, everyday jobs, and the words people use for them."""
