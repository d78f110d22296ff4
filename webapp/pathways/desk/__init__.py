"""What professionals open of a path: approval, liaison form, contracts, exit review, committee."""
