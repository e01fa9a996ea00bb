"""A case at a glance: claims, elements, defenses and carve-outs, with counts of all that bears on them."""
