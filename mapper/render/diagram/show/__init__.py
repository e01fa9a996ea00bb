"""What each kind of view shows of a graph."""
