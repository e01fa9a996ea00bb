"""Work that goes on while a case is being written: drawing it anew when it is saved, and showing it in a browser."""
