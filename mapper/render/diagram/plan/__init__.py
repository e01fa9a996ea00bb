"""Where everything goes: from a scene to boxes and curves."""
