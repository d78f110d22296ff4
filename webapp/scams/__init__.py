"""Signs that an offer or a message is a trap, in the very words that show it."""
