import json
import multiprocessing
import queue
import sys
import time

TIMEOUT = 0.03
FIRST_SIX = [5, 2, 6, 1, 4, 3]


def putter(q):
    for item in FIRST_SIX:
        q.put(item)                        # [1]
    try:
        q.put_nowait(7)                    # [2]
    except queue.Full as error:
        refused(error)                     # [3]
    try:
        q.put(8, timeout=TIMEOUT)          # [4]
    except queue.Full as error:
        refused(error)                     # [5]
    q.put(9)                               # [6]


def getter(q):
    for _ in range(len(FIRST_SIX) + 1):
        q.get()                            # [7]
    try:
        q.get_nowait()                     # [8]
    except queue.Empty as error:
        refused(error)                     # [9]
    try:
        q.get(timeout=TIMEOUT)             # [10]
    except queue.Empty as error:
        refused(error)                     # [11]


def refused(error):
    print(f'queue.{type(error).__name__}')  # [12]


def opener(q, customers, stock):
    for item in range(1, stock + 1):
        q.put(item)                        # [13]
    for one in customers:
        one.start()                        # [14]


def checker(q, shop, waits, think_time):
    while not q.empty():                   # [15]
        if think_time:
            time.sleep(think_time)         # [16]
        q.get() if waits else q.get_nowait()  # [17]
    shop.home += 1                         # [18]


def trier(q, shop):
    while True:
        try:
            q.get_nowait()                 # [19]
        except queue.Empty:
            break
    shop.home += 1                         # [20]


def fill(q, items):
    for item in range(1, items + 1):
        q.put(item)                        # [21]


# fill(queue.Queue(), 40_000)
# fill(multiprocessing.Queue(), 40_000)
# Below the same once more, told as it goes; a put that would wait is told instead of done.

def tell(**message):
    print(json.dumps(message), flush=True)


class Told:
    """A queue that tells of some of the items that it takes."""

    def __init__(self, name, q, told):
        self.name, self.q, self.told, self.taken = name, q, told, 0

    def put(self, item):
        self.q.put(item, block=False)
        self.taken = item
        if item in self.told:
            tell(queue=self.name, taken=item)


def told_fill(name, q, limit, items):
    tell(queue=name, limit=limit)
    told = Told(name, q, {2 ** 15 - 1, 2 ** 15, items})
    try:
        fill(told, items)
    except queue.Full:
        tell(queue=name, full=told.taken)


if __name__ == '__main__':
    count = int(sys.argv[1])
    plain, between = queue.Queue(), multiprocessing.Queue()
    between.cancel_join_thread()
    told_fill('queue.Queue', plain, plain.maxsize, count)
    told_fill('multiprocessing.Queue', between, multiprocessing.synchronize.SEM_VALUE_MAX, count)
