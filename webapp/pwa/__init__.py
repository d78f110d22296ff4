"""The product as an application of the phone: its name, its icon, what can be shared into it."""
