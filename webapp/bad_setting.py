"""What stops the start: a setting that is missing or wrong."""


class BadSetting(Exception):
    """A setting is missing or wrong; the message says which and what to write."""
