"""Do conversions of money hold?"""
