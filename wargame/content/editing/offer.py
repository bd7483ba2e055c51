"""Something that can be added to a card: where, under which name, and its value."""

from dataclasses import dataclass

from wargame.content.base import Model, typed_name
from wargame.content.editing.edits import add, append, put, rename
from wargame.content.editing.lines import Change
from wargame.content.editing.spans import Read
from wargame.content.reading import Location
from wargame.content.values import Value


@dataclass(frozen=True)
class Offer:
    """Something that can be added: an item of the list `name` of the fields at `location`, or that field.

    It may take the place of another field there, `instead`.
    """

    label: str
    location: Location
    name: str
    value: Value
    item: bool
    model: type[Model]
    instead: str = ""

    def change(self, read: Read) -> Change:
        """Return the change that adds it; raises Refused."""
        held = read.at(self.location)
        if self.instead:
            named = Read.of(read.text.after(rename(read, (*self.location, self.instead), self.name)))
            made = named.text.after(put(named, (*self.location, self.name), self.value))
            return read.text.change(0, len(read.text.lines), made.bare)
        if self.item and isinstance(held, dict) and self.name in held:
            return append(read, (*self.location, self.name), self.value)
        value: Value = [self.value] if self.item else self.value
        return add(read, self.location, self.name, value, order_of(self.model))

    def place(self, read: Read) -> Location:
        """Return where it comes to be, added to what was read."""
        held = read.at(self.location)
        old = held.get(self.name) if isinstance(held, dict) else None
        at = (len(old) if isinstance(old, list) else 0,) if self.item else ()
        return (*self.location, self.name, *at)


def order_of(model: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model in the order in which they are written."""
    return tuple(typed_name(name) for name in model.model_fields)
