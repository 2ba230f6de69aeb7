"""The pages of an encrypted file as SQLite sees them: free ones, old ones and all."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLAD, RESERVE, ZOUT, KADER, KOP = 4096, 80, 16, 24, 32


def bladen(pad: Path, sleutel: bytes) -> bytes:
    """Every page of the file and of its write-ahead log, decrypted, one after another.

    SQLCipher 4: AES-256-CBC by page; the last 80 bytes are the IV and an HMAC, and
    the first 16 bytes of the file are salt.
    """
    ruw = pad.read_bytes()
    assert len(ruw) % BLAD == 0
    uit = [ontsleutel(ruw[n : n + BLAD], sleutel, eerste=n == 0) for n in range(0, len(ruw), BLAD)]
    wal = pad.with_name(f"{pad.name}-wal")
    if wal.exists():
        ruw = wal.read_bytes()
        for n in range(KOP, len(ruw) - KADER - BLAD + 1, KADER + BLAD):
            nummer = int.from_bytes(ruw[n : n + 4], "big")
            blad = ruw[n + KADER : n + KADER + BLAD]
            uit.append(ontsleutel(blad, sleutel, eerste=nummer == 1))
    return b"".join(uit)


def ontsleutel(blad: bytes, sleutel: bytes, *, eerste: bool) -> bytes:
    """One page."""
    if not any(blad):
        return b""
    begin = ZOUT if eerste else 0
    iv = blad[BLAD - RESERVE : BLAD - RESERVE + 16]
    werk = Cipher(algorithms.AES(sleutel), modes.CBC(iv)).decryptor()
    return werk.update(blad[begin : BLAD - RESERVE]) + werk.finalize()
