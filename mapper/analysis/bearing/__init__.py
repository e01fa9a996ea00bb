"""What bears on the outcome: supports, defeats, what settles it, and the labellings there are, by search."""
