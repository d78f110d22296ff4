"""A person's own page: who they are, who may see it, who saw it, and how to take it all back."""
