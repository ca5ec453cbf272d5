"""References already met in a batch, in eight bytes each: a file may hold millions."""

from array import array

_FREE = 0


class Seen:
    """A set of texts that only answers « met before? », by 64-bit fingerprints.

    Two texts among ten million share one with a chance below one in 300,000.
    """

    def __init__(self) -> None:
        self._table = array("Q", bytes(8 << 12))
        self._count = 0

    def add(self, text: str) -> bool:
        """Remember the text; whether it was already there."""
        fingerprint = hash(text) & 0xFFFF_FFFF_FFFF_FFFF or 1
        place = self._place(self._table, fingerprint)
        if self._table[place] == fingerprint:
            return True
        self._table[place] = fingerprint
        self._count += 1
        if self._count * 3 > len(self._table) * 2:
            self._grow()
        return False

    @staticmethod
    def _place(table: "array[int]", fingerprint: int) -> int:
        mask = len(table) - 1
        place = (fingerprint ^ fingerprint >> 32) & mask
        while table[place] not in (_FREE, fingerprint):
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        larger = array("Q", bytes(16 * len(self._table)))
        for fingerprint in self._table:
            if fingerprint != _FREE:
                larger[self._place(larger, fingerprint)] = fingerprint
        self._table = larger
