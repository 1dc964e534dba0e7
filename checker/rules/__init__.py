"""The rules: one file each, found by walking; none imports another."""
