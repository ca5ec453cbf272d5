"""`pop reports`: what visitors reported on notices, mailed to the services that hold them."""

import argparse
import os
import time

from pop.operations.preparing import prepare
from pop.operations.program import DONE, FAILED, Refusal
from pop.operations.screen import Screen, number

HELP = "montrer les signalements d’erreurs ; les envoyer aux producteurs"
EVERY = 30  # seconds between two looks at what waits


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--send", action="store_true", help="envoyer ceux qui attendent")
    parser.add_argument(
        "--watch", action="store_true", help="envoyer au fur et à mesure, tant que le parent vit"
    )
    parser.add_argument("--last", type=int, default=20, help="combien en montrer (20)")


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.visitors import mailing
    from pop.visitors.models import Report, Subject

    if options.send or options.watch:
        if not mailing.is_set_up():
            raise Refusal(
                "rien ne peut partir : donnez POP_MAIL (et ce n’est pas possible depuis une "
                "démonstration)."
            )
        return _watch() if options.watch else _send(screen, options.json)
    shown = list(Report.objects.order_by("-pk")[: max(options.last, 0)])
    if options.json:
        screen.answer(
            [
                {
                    "receipt": report.receipt,
                    "base": report.base,
                    "ref": report.ref,
                    "producer": report.producer,
                    "subject": report.subject,
                    "text": report.text,
                    "at": report.at.isoformat(),
                    "sent": report.sent_at.isoformat() if report.sent_at else None,
                    "attempts": report.attempts,
                }
                for report in shown
            ]
        )
        return DONE
    waiting = Report.objects.filter(sent_at=None).count()
    screen.say(f"Signalements : {number(Report.objects.count())}, en attente : {number(waiting)}.")
    for report in shown:
        state = f"transmis le {report.sent_at:%d/%m/%Y}" if report.sent_at else "en attente"
        screen.say(
            f"{report.receipt}  {report.at:%d/%m/%Y}  {report.base} {report.ref}  "
            f"{Subject(report.subject).label}  ({report.producer or 'sans producteur'}, {state})"
        )
    return DONE


def _send(screen: Screen, as_json: bool) -> int:
    from pop.visitors import mailing

    sent, failed = mailing.send_waiting()
    _forget()
    if as_json:
        screen.answer({"sent": sent, "failed": failed})
    screen.say(
        f"Signalements transmis : {number(sent)} ; à réessayer plus tard : {number(failed)}."
    )
    return FAILED if failed else DONE


def _watch() -> int:
    """As long as the parent lives."""
    from django.db import close_old_connections

    from pop.visitors import mailing

    parent = os.getppid()
    if parent == 1:
        raise Refusal("pop reports --watch est lancé par pop serve ; il s’arrête avec lui.")
    looked = float("-inf")
    while os.getppid() == parent:
        if time.monotonic() - looked > EVERY:
            close_old_connections()
            mailing.send_waiting()
            _forget()
            looked = time.monotonic()
        time.sleep(1)
    return DONE


def _forget() -> None:
    """What no longer has to be kept of visitors leaves at the same pace."""
    from django.utils import timezone

    from pop.visitors import baskets, reports

    reports.forget(timezone.localdate())
    baskets.forget()
