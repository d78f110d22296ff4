"""Information meetings: one takes a seat, is reminded, gives it back; a list to print."""
