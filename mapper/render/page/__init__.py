"""The page: a case in one file that a browser shows, and in which one can ask what if."""
