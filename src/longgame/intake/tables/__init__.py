"""Tables as people's apps and spreadsheets write them: encodings, delimiters, headers, numbers, dates and units.

Formats import this package and never each other; nothing here knows the name of an app.
"""
