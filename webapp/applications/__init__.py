"""“Ça m’intéresse”: one person, one offer, one way to meet."""
