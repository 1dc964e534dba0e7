"""Ranges exactly propagated; smallest conflicts; repairs."""
