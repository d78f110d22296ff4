"""The light CV: from choices, never required, to one page in good French."""
