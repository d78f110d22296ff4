"""Pages of paper: from HTML to a tagged PDF, made in a process of its own."""
