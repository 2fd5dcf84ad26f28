"""One router per page; each translates between a browser and a use case, and nothing more."""
