"""A saved game as a reviewer walks it: the table's panels, driven by a time line."""
