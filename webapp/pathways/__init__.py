"""The IAE path: diagnosis, liaison form, approval, contracts, exit review, committee."""
