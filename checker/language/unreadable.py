"""The one error of this package: words that could not be read, and what could."""

from __future__ import annotations


class Unreadable(ValueError):
    """Words that are not of the expected form.

    `message` says, for an editor, what could be read, what could not and what to type instead.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ImpossibleDay(Unreadable):
    """A day that is well written but that no calendar has: 31 April, 29 February 2014."""


class WrongWeekday(Unreadable):
    """A day with a weekday that it does not fall on: Thursday, 9 December 2015."""
