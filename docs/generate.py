"""Writes what of the documentation is made from the program, and runs what it tells people to type.

    python docs/generate.py            write docs/rules.md, docs/format.md and the outputs in the pages
    python docs/generate.py --check    say which of them differ, and change nothing

In a page, `<!-- file: NAME -->` above a block saves it under that name, the commands of each `sh`
block are run one after another in one folder, `<!-- status: 1 -->` above one is what its last
command must return (0 or 1 without it), and the `text` block below `<!-- output -->` is what the
commands above it print.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT))
NOTICE = (
    "<!-- Made by docs/generate.py from the program itself: change that, and run it again. -->\n\n"
)
BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]*) -->\n+)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def pages() -> dict[Path, str]:
    """Every page by its file, as it should be."""
    written = {path: refreshed(path.read_text(encoding="utf-8")) for path in sorted(hand_written())}
    return {**written, DOCS / "rules.md": rules_page(), DOCS / "format.md": format_page()}


def hand_written() -> list[Path]:
    """The pages that people write."""
    return [path for path in DOCS.glob("*.md") if path.name not in {"rules.md", "format.md"}]


# the rules


def rules_page() -> str:
    """All rules by family, each with its page."""
    from checker.rules._registry import all_rules

    rules = [rule for rule in all_rules() if not rule.pack]
    lines = ["# The rules", "", "`factcheck explain RULE` shows the same on a terminal.", ""]
    for family in dict.fromkeys(rule.family for rule in rules):
        of_family = [rule for rule in rules if rule.family == family]
        lines += [f"## {family}", "", "| rule | what it finds |", "| --- | --- |"]
        lines += [f"| [{rule.id}](#{_anchor(rule.id)}) | {rule.summary} |" for rule in of_family]
        lines.append("")
        for rule in of_family:
            lines += [f"### {rule.id}", "", *_lowered(rule.page), ""]
    return NOTICE + "\n".join(lines).rstrip() + "\n"


def _anchor(rule_id: str) -> str:
    return rule_id.replace("/", "")


def _lowered(page: str) -> Iterator[str]:
    """A rule's page with its headings two levels down; what stands in blocks stays."""
    fenced = False
    for line in page.splitlines():
        fenced ^= line.startswith("```")
        yield f"##{line}" if line.startswith("#") and not fenced else line


# the format


BLOCKS = ("article", "entity", "measure", "event", "rate", "claim", "waiver")


def format_page() -> str:
    """The claim format, from the schema's own descriptions."""
    from checker.schemas import schema_text

    schema = json.loads(schema_text("claims"))
    lines = ["# The claim format", "", schema["description"], "", "## The file", ""]
    lines += _table(schema["properties"], schema)
    for name in BLOCKS:
        block = schema["$defs"][name]
        lines += ["", f"## {name}", "", block["description"], ""]
        lines += _table(block["properties"], schema, block.get("required", ()))
        for key, value in block["properties"].items():
            if "properties" in value:
                lines += ["", f"### {key}", "", *_table(value["properties"], schema)]
    return NOTICE + "\n".join(lines) + "\n"


def _table(
    properties: Mapping[str, Any], schema: Mapping[str, Any], required: Any = ()
) -> Iterator[str]:
    yield "| key | meaning | what may stand there | example |"
    yield "| --- | --- | --- | --- |"
    for key, value in properties.items():
        target = schema["$defs"].get(value.get("$ref", "").rpartition("/")[2], {})
        must = " (required)" if key in required else ""
        may = _allowed(value) or _allowed(target)
        examples = value.get("examples") or target.get("examples") or []
        example = f"`{_yaml(examples[0])}`" if examples else ""
        cells = (f"`{key}`{must}", value.get("description", ""), may, example)
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _allowed(value: Mapping[str, Any]) -> str:
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in value["enum"])
    return str(value.get("$comment", ""))


def _yaml(value: Any) -> str:
    """A value in YAML's short form."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return json.dumps(value, ensure_ascii=False) if re.search("[:#,{}]", str(value)) else str(value)


# the pages that people write


MARCH = """\
article: {title: The march, published: 2011-05-02}
measures: {marchers: {name: people who marched}}
claims:
  - {id: one, quote: 720 marched, measure: marchers, value: 720 people}
  - {id: two, quote: 410 marched, measure: marchers, value: 410 people}
"""


@dataclass
class Desk:
    """A folder with a small claims tree, a folder for texts, and the program."""

    folder: Path
    printed: str = ""

    @staticmethod
    def at(folder: Path) -> Desk:
        """Lays out a desk in an empty folder."""
        (folder / "claims").mkdir()
        (folder / "claims" / "march.yaml").write_text(MARCH)
        (folder / "articles").mkdir()
        program = folder / "bin" / "factcheck"
        program.parent.mkdir()
        code = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker "$@"\n'
        program.write_text(code)
        program.chmod(0o755)
        return Desk(folder)

    def save(self, name: str, text: str) -> None:
        """Puts a block of the page where the page says."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, commands: str, status: int | None) -> None:
        """Runs the lines of a block; what they print is kept.

        Raises:
            SystemExit: one of them fails otherwise than the page says.
        """
        self.printed, code = "", 0
        for command in filter(None, commands.splitlines()):
            done = subprocess.run(
                ["/bin/sh", "-c", command],
                cwd=self.folder,
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
                env=self.environment(),
            )
            code = done.returncode
            if code not in {0, 1} or (code and done.stderr):
                raise SystemExit(f"{command}: {done.stderr or code}")
            self.printed += done.stdout
        if status is not None and code != status:
            raise SystemExit(f"{commands}: status {code}, not {status}: {self.printed}")

    def environment(self) -> dict[str, str]:
        """What a command finds around it: the same on every machine."""
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        others = ("FACTCHECK", "PYTHON")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(others)}
        compiled = str(self.folder / "bin" / "compiled")  # once for all commands of a page
        own = {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONPYCACHEPREFIX": compiled}
        return {**kept, **own}


def refreshed(page: str) -> str:
    """The page with the outputs that its commands give; every command is run."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.at(Path(folder))
        return BLOCK.sub(lambda block: _block(block, desk), page)


def _block(block: re.Match[str], desk: Desk) -> str:
    mark, kind, body = block["mark"] or "", block["kind"], block["body"]
    if mark.startswith("file: "):
        desk.save(mark.removeprefix("file: "), body)
    if kind == "sh":
        found = re.fullmatch(r"status: (\d)", mark)
        desk.run(body, int(found[1]) if found else None)
    if mark == "output":
        return block[0].replace(f"```text\n{body}```", f"```text\n{desk.printed}```")
    return block[0]


def main(arguments: list[str]) -> int:
    """Writes the pages, or says which differ."""
    check = "--check" in arguments
    differ = 0
    for path, text in pages().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            differ = 1
            print(f"{path.relative_to(ROOT)} {'differs' if check else 'written'}")
            if not check:
                path.write_text(text, encoding="utf-8")
    return differ if check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
