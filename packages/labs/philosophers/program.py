import time


def philosopher(first, second, chairs, meals, pause):
    if chairs:
        chairs.acquire()         # [1]
    first.acquire()              # [2]
    if pause:
        time.sleep(pause)        # [3]
    second.acquire()             # [4]
    if meals:
        meals.add(1)             # [5]
    second.release()             # [6]
    first.release()              # [7]
    if chairs:
        chairs.release()         # [8]
