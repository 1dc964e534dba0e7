"""Does the claim say what the text says?"""
