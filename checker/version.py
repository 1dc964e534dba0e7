"""The version of the installed program."""

from __future__ import annotations


def version() -> str:
    """As the package's metadata say; `unknown` where it runs without being installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed_version

    try:
        return installed_version("factcheck")
    except PackageNotFoundError:
        return "unknown"
