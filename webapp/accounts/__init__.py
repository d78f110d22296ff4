"""Sign in with a phone number, a passkey, a paper card or a mailed link; roles and devices."""
