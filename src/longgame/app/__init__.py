"""One use case per file: what a person can ask of longgame, free of screens and terminals."""
