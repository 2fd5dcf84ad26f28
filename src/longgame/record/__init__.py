"""What happened, outside and inside: sessions, streams, sets, reflections, wellness and dated facts."""
