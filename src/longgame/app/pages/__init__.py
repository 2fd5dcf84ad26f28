"""Pages that stand alone: one file, no script, no request, readable in any browser and on paper."""
