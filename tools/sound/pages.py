"""One number for the OGG stream in place of a random one, so that a rebuild changes only what really changed.

An OGG page (RFC 3533): "OggS", version, kind, 8 bytes of position, 4 of stream number (chance in libsndfile), 4 of
page number, 4 of checksum (CRC 32, polynomial 04c11db7, unreflected, from 0, itself counted as 0), then its sizes.
"""

from pathlib import Path

STREAM = (2012).to_bytes(4, "little")


def _row(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


TABLE = tuple(_row(byte) for byte in range(256))


def checksum(page: bytearray) -> int:
    """The page's CRC, its own field being 0."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ TABLE[value >> 24 ^ byte]
    return value


def renumber(path: Path) -> None:
    """Give every page of a file the same stream number. Raises ValueError where a page does not begin as it should."""
    old, new, at = path.read_bytes(), bytearray(), 0
    while at < len(old):
        if old[at : at + 4] != b"OggS":
            raise ValueError(f"{path}: no page at byte {at}")
        sizes = old[at + 27 : at + 27 + old[at + 26]]
        end = at + 27 + len(sizes) + sum(sizes)
        page = bytearray(old[at:end])
        page[14:18], page[22:26] = STREAM, bytes(4)
        page[22:26] = checksum(page).to_bytes(4, "little")
        new += page
        at = end
    path.write_bytes(new)
