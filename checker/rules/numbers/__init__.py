"""Can the figures all be true?"""
