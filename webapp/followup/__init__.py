"""One follow-up, shared by those whom the person chose: what is due, what happened, next steps."""
