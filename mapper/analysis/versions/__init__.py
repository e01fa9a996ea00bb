"""What one version of a case changes in another: in the text, and in what stands."""
