"""The employer's side: come by an invitation, post an offer from choices, call people back."""
