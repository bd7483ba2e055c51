"""What a terminal receives from the program, byte by byte."""
