"""Words to ranges: numerals, hedges, units, money, dates, periods, names."""
