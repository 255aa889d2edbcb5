"""Everything seen, heard and pressed; the only package that imports pygame."""
