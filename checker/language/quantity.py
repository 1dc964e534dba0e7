"""The door to figures in words: reading them, and writing them for messages."""

from checker.language.change import ChangeBy, read_base, read_change, read_factor, read_share
from checker.language.figures import read_quantity
from checker.language.hedges import DEFAULT
from checker.language.units import convert, same_dimension
from checker.language.writing import write_in_unit, write_number, write_quantity
from checker.settings import Hedges

__all__ = [
    "DEFAULT",
    "ChangeBy",
    "Hedges",
    "convert",
    "read_base",
    "read_change",
    "read_factor",
    "read_quantity",
    "read_share",
    "same_dimension",
    "write_in_unit",
    "write_number",
    "write_quantity",
]
