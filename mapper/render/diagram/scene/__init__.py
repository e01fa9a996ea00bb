"""What is drawn: from an evaluated graph and a view of it to bands, cards, points and links."""
