"""A file becomes tables of cells, then rows with findings. Knows no database."""
