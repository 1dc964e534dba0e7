"""Findings to text, JSON and the formats of other tools."""
