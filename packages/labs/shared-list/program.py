import time


def producer(shared, count, looks):
    made = 0
    while made < count and looks > 0:
        looks -= 1
        if shared.make_time:
            time.sleep(shared.make_time)          # [1]
        if shared.lock:
            shared.lock.acquire()                 # [2]
        there = len(shared.entries)               # [3]
        if there < shared.capacity:
            shared.entries.append(made)           # [4]
            made += 1
        if shared.lock:
            shared.lock.release()                 # [5]
        if there >= shared.capacity:
            shared.in_vain.append("full")         # [6]


def consumer(shared, share, looks):
    taken = 0
    while taken < share and looks > 0:
        looks -= 1
        if shared.lock:
            shared.lock.acquire()                 # [7]
        there = len(shared.entries)               # [8]
        if there > 0:
            try:
                shared.entries.pop(0)             # [9]
            except IndexError:
                shared.errors.append("empty")     # [10]
                return
            taken += 1
        if shared.lock:
            shared.lock.release()                 # [11]
        if there == 0:
            shared.in_vain.append("empty")        # [12]
            if shared.poll_time:
                time.sleep(shared.poll_time)      # [13]


def putter(line, count, make_time):
    for item in range(1, count + 1):
        if make_time:
            time.sleep(make_time)                 # [14]
        line.put(item)                            # [15]


def getter(line, share):
    for _ in range(share):
        line.get()                                # [16]
