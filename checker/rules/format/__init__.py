"""Can the file be used?"""
