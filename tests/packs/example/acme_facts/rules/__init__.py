"""Acme's own rules: `acme/<file>`."""
