"""Pictures: everything is a value against a floor and a ceiling, so everything is drawn as a band.

Pure functions from numbers to SVG text. Colours are CSS variables of the page around them, so one picture
serves light, dark and print; what lies outside its bounds is hatched, never red.
"""
