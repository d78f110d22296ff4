"""“Prévenez-moi”: at most one SMS a week, with one to three new offers near home."""
