"""Do conversions of units hold?"""
