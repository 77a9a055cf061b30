"""The cart. Nothing in here has types yet."""


class Cart:
    def __init__(self):
        self.lines = {}

    def add(self, product, quantity=1):
        self.lines[product.name] = self.lines.get(product.name, 0) + quantity

    def remove(self, name):
        del self.lines[name]

    def count(self):
        return sum(self.lines.values())


def merge(first, second):
    cart = Cart()
    for other in (first, second):
        for name, quantity in other.lines.items():
            cart.lines[name] = cart.lines.get(name, 0) + quantity
    return cart


def empty() -> Cart:
    return Cart()
