"""Changing claim files in place: layout, ids; comments and the writer's own words stay."""
