"""The surface form of a name against a registered name: the same, otherwise written, misprinted, another."""

from checker.language.names.compare import Candidate, compare, nearest
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.surnames import can_be_one_surname

__all__ = ["Candidate", "Comparison", "Likeness", "can_be_one_surname", "compare", "nearest"]
