"""Workouts from and for other people's programs; what cannot be carried is listed, never dropped."""
