"""What is kept: the save, appended, recovered and read back."""
