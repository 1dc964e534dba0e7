"""A linter for facts: which of these claims cannot all be true."""
