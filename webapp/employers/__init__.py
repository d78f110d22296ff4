"""The employer's side: enter by an invitation, post an offer from choices, call people back."""
