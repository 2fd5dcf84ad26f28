"""One module or folder per format, each exporting a `READER`; formats never import each other."""
