"""Who said it, and how sure is it?"""
