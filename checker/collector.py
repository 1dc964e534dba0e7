"""The collector of cycles, paused while a tree is read and judged."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 50_000
"""Containers made in a pause, from which on looking through them costs more than a moment."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Checking makes millions of containers and hardly a cycle: looking for some doubles its time.

    Pauses nest. Afterwards the new objects count as old ones, so that they are not all looked
    through at once; few of them do not, or those of thousands of small calls would never be.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            many = gc.get_count()[0] > _MANY
            if many and not gc.get_freeze_count():  # else the caller has frozen objects of its own
                gc.freeze()
                gc.unfreeze()
            gc.enable()
