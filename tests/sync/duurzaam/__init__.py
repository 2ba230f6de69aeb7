"""Durability of the exchange: killed, cut off, full, restarted; and then it just goes on."""
