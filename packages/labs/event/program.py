import time


def passenger(bus, stop):
    bus.wait()                             # [1]
    stop.board()                           # [2]


def driver(bus, comes_after, leaves_at_once):
    if comes_after:
        time.sleep(comes_after)            # [3]
    bus.set()                              # [4]
    if leaves_at_once:
        bus.clear()                        # [5]


def client(ready, state, tries, timeout):
    for attempt in range(1, tries + 1):
        is_ready = ready.wait(timeout)     # [6]
        if is_ready:
            state.connected = attempt      # [7]
            return
        print(f"try {attempt}: no answer") # [8]
    print("gives up")                      # [9]


def checker(ready, takes):
    if takes:
        time.sleep(takes)                  # [10]
    ready.set()                            # [11]
