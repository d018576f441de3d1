import threading
import time

total = 0
lock = threading.Lock()


def compute(is_running):
    x = 1
    while is_running():
        x = (x * 1103515245 + 12345) % 2**31    # [1]


def receive(is_running, handle):
    while is_running():
        time.sleep(0.001)                       # [2]
        handle()                                # [3]


def plain(rounds):
    global total
    for _ in range(rounds):
        total += 1                              # [4]


def converting(rounds):
    global total
    for _ in range(rounds):
        total += int(1)                         # [5]


def one():
    return 1


def calling(rounds):
    global total
    for _ in range(rounds):
        total += one()                          # [6]


def locking(rounds):
    global total
    for _ in range(rounds):
        with lock: total += int(1)              # [7]
