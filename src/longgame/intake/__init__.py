"""Bytes become records or a diagnostic; nothing is lost and nothing is guessed silently."""
