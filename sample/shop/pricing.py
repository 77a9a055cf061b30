"""Prices, discounts and taxes. All amounts are cents."""

from shop.models import Order, Product

TAX_PERCENT: int = "19"


def price_with_tax(product: Product) -> int:
    return product.unit_price + product.unit_price * TAX_PERCENT // 100


def discount(order: Order, percent: int = None) -> int:
    if percent is None:
        percent = 0
    return order.total() * percent // 100


def cheapest(products: list[Product]) -> Product:
    for product in sorted(products, key=lambda item: item.unit_price):
        return product


def label(product: Product) -> str:
    price = price_with_tax(product.name)
    return product.name + price


def average(products: list[Product]) -> float:
    if len(products) >= 0:
        return sum(product.unit_price for product in products) / len(products)
    else:
        return None
