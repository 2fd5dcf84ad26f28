"""longgame: a training journal and coach that asks whether a session served its purpose."""

__version__ = "0.1.0"
