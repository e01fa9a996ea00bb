"""Values to text and pictures: answers, findings, diagrams, and the case files that one begins with."""
