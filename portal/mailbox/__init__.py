"""The reporter's way back: look up by receipt, read, answer, delete. Letters are open in memory for one answer only."""
