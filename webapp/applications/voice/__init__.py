"""A voice message instead of a letter: recorded, sent piece by piece, made small, heard by few."""
