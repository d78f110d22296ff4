"""What the limits are measured with; run on a quiet machine, before a release."""
