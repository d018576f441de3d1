import time


def worker(num, lock, guard, pause_ms):
    if guard == "lock":
        lock.acquire()                         # [1]
    if guard == "spin":
        while not lock.acquire(blocking=False): pass  # [2]
    seen = num.value                           # [3]
    if pause_ms > 0:
        time.sleep(pause_ms / 1000)            # [4]
    num.value = seen - 1                       # [5]
    if guard != "none":
        lock.release()                         # [6]
