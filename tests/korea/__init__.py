"""What documents A and B describe, row by row: each shown in one turn of the shipped scenario."""
