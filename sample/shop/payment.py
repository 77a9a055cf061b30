"""Payments, with a gateway that comes without types."""

from typing import Any, Optional

import paygate

from shop.models import Customer, Order


class CardGateway(paygate.Gateway):
    def charge(self, order: Order) -> bool:
        return self.send(order.total())


class Receipt:
    def __init__(self, order: Order, number: Optional[str]) -> None:
        self.order = order
        self.number = number

    def title(self) -> str:
        return "Receipt " + self.number

    def send_to(self, customer: Customer) -> None:
        deliver(customer.email, self.title())


def deliver(address: str, subject: str) -> None:
    print(address, subject)  # type: ignore[arg-type]


def parse(answer: dict[str, Any]) -> int:
    return answer["amount"]


def refund(receipt: Receipt, amount: int) -> None:
    deliver(receipt.order.customer.name, subject=amount)
    receipt.order.cancel()
    deliver(receipt.title())
