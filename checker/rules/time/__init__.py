"""Can the days all be right?"""
