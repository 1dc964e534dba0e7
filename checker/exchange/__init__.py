"""Rulings of editors to and from other systems."""
