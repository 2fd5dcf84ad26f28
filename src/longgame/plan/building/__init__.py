"""Plan text made from filled-in forms, and changes to single sessions inside a text: what builders and repairs use."""
