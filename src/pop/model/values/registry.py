"""The module of each type of value; all have the verbs of `verbs.py`."""

from pop.model.schema import Type
from pop.model.values import (
    coordinates,
    dates,
    day,
    dimensions,
    email,
    file,
    inventory,
    number,
    record,
    reference,
    term,
    text,
    url,
    yes_no,
)
from pop.model.values.verbs import ValueType

TYPES: dict[Type, ValueType] = {
    Type.TEXT: text,
    Type.TERM: term,
    Type.DATE: dates,
    Type.DAY: day,
    Type.REFERENCE: reference,
    Type.INVENTORY: inventory,
    Type.EMAIL: email,
    Type.URL: url,
    Type.FILE: file,
    Type.DIMENSIONS: dimensions,
    Type.COORDINATES: coordinates,
    Type.NUMBER: number,
    Type.YES_NO: yes_no,
    Type.RECORD: record,
}
