"""Near seats as lines: the whole game in prompts and sentences, for any terminal and any screen reader."""
