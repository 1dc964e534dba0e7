"""From an article's text to claims, and from two texts to what they contradict."""
