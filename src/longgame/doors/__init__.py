"""The only rooms that know terminals, HTTP and processes."""
