"""Runs the tasks of a script one after the other; record.ts keeps what each of them sends."""
import os
import sys
import traceback

url = os.environ["DATABASE_URL"]


def say(line):
    print(line, flush=True)
    sys.stdin.readline()


def stage(by, connect, tasks):
    say("@by " + by)
    connect()
    failed = False
    for task in tasks:
        say("@case " + task.__name__)
        try:
            task()
        except Exception:
            traceback.print_exc()
            failed = True
    say("@end")
    sys.exit(1 if failed else 0)
