"""Questions on an evaluated graph. Each answer is a frozen value; none prints."""
