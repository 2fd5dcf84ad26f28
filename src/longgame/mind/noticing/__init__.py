"""Recognising the pattern of a thought on the spot, with the words that led to it and "none" when unsure."""
