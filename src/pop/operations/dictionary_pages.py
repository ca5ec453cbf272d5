"""The data dictionary of one base, as a Markdown page for docs/reference."""

from pop.model import catalogue
from pop.model.dictionary import Entry, entries

_HEAD = """# Fields of {name}

Written by `make docs` from `src/pop/model/bases/{key}.yaml`; not to be edited by hand.
{count} fields, {public} of them public. Labels are what people see, in French.

| code | label | content | vocabulary | open-data column | Dublin Core |
|---|---|---|---|---|---|
"""


def page(key: str) -> str:
    """The whole page, internal fields included."""
    described = entries(key, internal=True)
    public = sum(entry.public for entry in described)
    head = _HEAD.format(name=catalogue.base(key).name, key=key, count=len(described), public=public)
    return head + "".join(_row(entry) for entry in described)


def _row(entry: Entry) -> str:
    label = "; ".join((entry.label, *entry.other_labels))
    content = ", ".join((entry.type, *entry.traits))
    vocabulary = entry.vocabulary
    if entry.vocabulary_uri:
        vocabulary = f"[{vocabulary}]({entry.vocabulary_uri})"
    if vocabulary:
        vocabulary += f" ({entry.vocabulary_note})"
    cells = (
        f"`{entry.code}`", label, content, vocabulary,
        ", ".join(entry.columns), ", ".join(entry.dublin_core),
    )  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
