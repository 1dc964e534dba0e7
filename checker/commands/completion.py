"""What the shell offers behind TAB: files for paths, the ids of rules.

Switched on by a line in the shell's own start file, for bash:
`eval "$(_FACTCHECK_COMPLETE=bash_source factcheck)"`.
"""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def files(_: click.Context, __: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """Leaves it to the shell to name files."""
    return [CompletionItem(incomplete, type="file")]


def rules_so_far(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rules whose id, or its part after the slash, begins so."""
    from checker.rules._registry import all_rules

    return [
        CompletionItem(rule.id, help=rule.summary)
        for rule in all_rules()
        if rule.id.startswith(incomplete) or rule.id.partition("/")[2].startswith(incomplete)
    ]
