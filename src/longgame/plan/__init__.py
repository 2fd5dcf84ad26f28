"""What the day calls for: the athlete's own text, read into dated sessions with two-sided bounds."""
