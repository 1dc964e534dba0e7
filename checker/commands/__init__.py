"""Commands of the newsroom workflow, each a module of its own."""
