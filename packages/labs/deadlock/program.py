import time

TIMEOUT = 0.03


def eat(shared, first, second, fix, pause, tries):
    if fix == "one-lock":
        shared.table.acquire()                         # [1]
    for _ in range(tries):
        first.acquire()                                # [2]
        if pause:
            time.sleep(pause)                          # [3]
        got_both = second.acquire(timeout=TIMEOUT if fix == "timeout" else -1)  # [4]
        if got_both:
            shared.meals += 1                          # [5]
            second.release()                           # [6]
        first.release()                                # [7]
        if got_both:
            break
    if fix == "one-lock":
        shared.table.release()                         # [8]


def noodles_first(shared, fix, pause, tries):
    eat(shared, shared.noodles, shared.fork, fix, pause, tries)  # [9]


def fork_first(shared, fix, pause, tries):
    one, two = (shared.noodles, shared.fork) if fix == "order" else (shared.fork, shared.noodles)
    eat(shared, one, two, fix, pause, tries)           # [10]


def both(shared, fix, pause, tries):
    noodles_first(shared, fix, pause, tries)           # [11]
    fork_first(shared, fix, pause, tries)              # [12]
