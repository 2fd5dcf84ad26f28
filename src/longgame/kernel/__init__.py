"""The words of the outside world that every room shares: units, time, places, mistakes.

Nothing here knows what a plan, a session or a review is, and nothing here imports another room.
"""
