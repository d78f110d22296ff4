"""Without a smartphone: offers near a place by SMS, the next ones, and a call asked for."""
