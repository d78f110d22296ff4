"""What we answer to words that every number may send: stop, go on, help."""
