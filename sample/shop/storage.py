"""Where orders are kept."""

from abc import ABC, abstractmethod

from shop.models import Order


class Storage(ABC):
    @abstractmethod
    def save(self, order: Order) -> int: ...

    def load(self, key: int) -> Order | None:
        return None


class MemoryStorage(Storage):
    def __init__(self) -> None:
        self.orders: dict[int, Order] = {}

    def save(self, order: Order) -> str:
        self.orders[len(self.orders)] = order
        return str(len(self.orders))

    def load(self, key: str) -> Order:
        return self.orders[int(key)]


class FileStorage(Storage):
    def find(self, key: int):
        order = self.load(key)
        return order.total()


def open_storage() -> Storage:
    return Storage()


storage: Storage = open_storage()
storage.load("7").total()
