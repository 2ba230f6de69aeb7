"""Laptops, people and roles, for whoever looks after them."""
