"""The journal on disk: one schema, originals kept, everything else rebuildable."""
