"""A shop, written before anybody thought of types."""
