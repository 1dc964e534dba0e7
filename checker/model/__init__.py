"""What a claim file says, as frozen values; each knows the place of every key and value."""
