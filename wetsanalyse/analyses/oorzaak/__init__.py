"""From what was seen to who is to blame: two citizens, what differs, which rules."""
