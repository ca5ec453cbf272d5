"""Baskets keep notices in order, give back what was taken out, and open to their secret only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pop.visitors import baskets
from pop.visitors.models import Basket

pytestmark = pytest.mark.django_db
A, B, C = ("merimee", "PA00990001"), ("joconde", "09940004427"), ("palissy", "PM00990001")


def test_notices_come_in_order_once_each() -> None:
    secret, basket = baskets.add("", [A, B])
    same, basket = baskets.add(secret, [B, C, A])
    assert same == secret
    assert baskets.items(basket) == [A, B, C]
    assert Basket.objects.count() == 1


def test_the_store_cannot_tell_the_secret() -> None:
    secret, basket = baskets.add("", [A])
    assert secret not in str(Basket.objects.values().get())
    assert baskets.own(secret) == basket
    assert baskets.own(basket.public) is None
    assert baskets.own(basket.digest) is None
    assert baskets.own("") is None
    assert baskets.shared(basket.public) == basket


def test_an_unknown_secret_gets_a_basket_of_its_own() -> None:
    secret, _ = baskets.add("made up by someone", [A])
    assert secret != "made up by someone"


def test_what_is_taken_out_comes_back_in_its_place() -> None:
    secret, _ = baskets.add("", [A, B, C])
    assert baskets.items(baskets.take_out(secret, [B])) == [A, C]
    assert baskets.items(baskets.give_back(secret)) == [A, B, C]
    assert baskets.items(baskets.take_out(secret)) == []
    baskets.add(secret, [("mnr", "MNR1")])
    assert baskets.items(baskets.give_back(secret)) == [A, B, C, ("mnr", "MNR1")]
    assert baskets.items(baskets.give_back(secret)) == [A, B, C, ("mnr", "MNR1")]


def test_taking_out_what_is_not_there_loses_no_way_back() -> None:
    secret, _ = baskets.add("", [A, B])
    baskets.take_out(secret, [A])
    baskets.take_out(secret, [C])
    assert baskets.items(baskets.give_back(secret)) == [A, B]


def test_a_full_basket_says_so_and_keeps_what_it_has() -> None:
    many = [("joconde", f"{n:011}") for n in range(baskets.MOST)]
    secret, _ = baskets.add("", many)
    baskets.add(secret, many[:3])
    with pytest.raises(baskets.Full):
        baskets.add(secret, [A])
    assert baskets.items(baskets.own(secret)) == many


def test_a_name_is_one_line_of_a_reasonable_length() -> None:
    secret, _ = baskets.add("", [A])
    renamed = baskets.rename(secret, "  Chapelles\ndu  Léon " + "x" * 200)
    assert renamed is not None
    assert renamed.name.startswith("Chapelles du Léon x")
    assert len(renamed.name) == baskets.NAME_LENGTH


def test_baskets_left_for_years_are_removed() -> None:
    secret, _ = baskets.add("", [A])
    assert baskets.forget() == 0
    Basket.objects.update(changed_at=timezone.now() - baskets.KEPT - timedelta(days=1))
    assert baskets.forget() == 1
    assert baskets.own(secret) is None
