"""Write the exact columns of `checker/data/units.tsv` anew from pint's definitions.

Run it after adding a row (names, symbols, pint expression; tabs between them):
`python bench/build_units.py`
"""

from pathlib import Path

from checker.language.units import pint_definition

TABLE = Path(__file__).parent.parent / "checker" / "data" / "units.tsv"
HEAD = """\
# Units of measurement: names (any case), symbols (case matters), pint expression, dimension, factor, offset.
# The last three columns are made from pint 0.25's definitions by bench/build_units.py; do not edit them.
"""


def rebuilt(text: str) -> str:
    """The table with its exact columns computed again."""
    rows = [line.split("\t")[:3] for line in text.splitlines() if not line.startswith("#")]
    lines = ["\t".join([*row, *(str(part) for part in pint_definition(row[2]))]) for row in rows]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(rebuilt(TABLE.read_text(encoding="utf-8")), encoding="utf-8")
