"""Reports for the accountants."""

from typing import cast

from shop.models import Order
from shop.pricing import discount


def summary(orders: list[Order]) -> dict[str, int]:
    result = {}
    for order in orders:
        result[order.customer.name] = order.total() - discount(order)
    return cast(dict[str, int], result)


def lines(orders):
    return [f"{order.customer.name}: {order.total()}" for order in orders]


def write(orders: list[Order], path: str) -> None:
    with open(path, "w") as file:
        for line in lines(orders):
            file.write(line.encode())


def largest(orders: list[Order]) -> Order | None:
    if not isinstance(orders, list):
        return orders.pop()
    return max(orders, key=lambda order: order.totals())
