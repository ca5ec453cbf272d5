"""Whether a PDF is whole, without reading it: it begins and ends as one (ISO 32000-1, 7.5)."""

from pathlib import Path

# « within the first » and « the last 1024 bytes »: what programs accept (Annex H of PDF 1.7).
_END = 1024


def fault(path: Path) -> str:
    """Why that PDF cannot be kept, in French; "" when it is whole."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _END, 0))
        end = file.read()
    if b"%%EOF" not in end or b"startxref" not in end:
        return "c’est un PDF auquel il manque la fin : enregistrez-le de nouveau"
    return ""
