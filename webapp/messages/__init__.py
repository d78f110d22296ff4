"""SMS and e-mail: one outbox, its limits, its gateways, and the words people send back."""
