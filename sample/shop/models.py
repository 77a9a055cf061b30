"""What the shop sells, and to whom."""

from dataclasses import dataclass, field


@dataclass
class Product:
    name: str
    unit_price: int
    tags: list = field(default_factory=list)


@dataclass
class Customer:
    name: str
    email: str | None = None

    def greeting(self) -> str:
        return "Dear " + self.name

    def domain(self) -> str:
        return self.email.split("@")[1]


class Order:
    def __init__(self, customer: Customer, products: list[Product] = None) -> None:
        self.customer = customer
        self.products = products or []
        self.notes = []

    def total(self) -> int:
        return sum(product.unit_price for product in self.products)

    def reference(self) -> int:
        return self.customer.name[:3].upper()
