"""Styles and scripts: styles stand inside the page, known to the browser by their hashes."""


def style_hashes() -> tuple[str, ...]:
    """Return the base64 SHA-256 of every inline style that a page may hold."""
    return ()
