"""What the pages say: pieces of text made of a sight, and nothing else."""
