"""The frame around the pages: the rail at the left, one page at a time."""
