"""What is true: pure rules of the game. State and command give a record or a rejection."""
