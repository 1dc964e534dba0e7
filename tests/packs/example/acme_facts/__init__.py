"""What the Acme newsroom checks beyond what everybody does."""
