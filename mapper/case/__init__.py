"""The case file: text to values with positions, their shape, and the cross-references between them."""
