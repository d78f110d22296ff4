"""Words that anyone can read: sentences measured, hard words found, unavoidable ones explained."""
