"""Numbers from records, each with unit, source and honest limit; blind to what was intended."""
