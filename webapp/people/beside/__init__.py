"""The adviser's small area: my people, and what is done beside them."""
