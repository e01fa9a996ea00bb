"""Answers in words, laid out for a terminal. Every function takes values and returns text."""
