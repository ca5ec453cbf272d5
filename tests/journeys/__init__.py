"""Journeys of people in a real browser, on a real site."""
