"""Which claims are about the same thing: registers, readings, scopes, components."""
