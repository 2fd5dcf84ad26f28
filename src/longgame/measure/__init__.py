"""From a record to a number with its unit, its uncertainty and its source. Blind to what was intended."""
