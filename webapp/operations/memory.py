"""Memory given back to the machine: what is freed, the C library keeps until it is asked."""

import ctypes


def give_back() -> bool:
    """Give back what is free; return whether this C library knows how to."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    return trim is not None
