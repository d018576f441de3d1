import time
from concurrent.futures import FIRST_COMPLETED, CancelledError, as_completed, wait


def fetch(seconds):
    for _ in range(seconds):
        time.sleep(1)                               # [1]
    return seconds


def report(future):
    print(f"report: {future.result()}")             # [2]


def results_at_the_end(pool, jobs):
    futures = []
    for _ in range(jobs):
        futures.append(pool.submit(fetch, 1))       # [3]
    for future in futures:
        future.result()                             # [4]
    pool.shutdown()                                 # [5]


def results_in_the_loop(pool, jobs):
    for _ in range(jobs):
        future = pool.submit(fetch, 1)              # [6]
        future.result()                             # [7]
    pool.shutdown()                                 # [8]


def life_of_a_future(pool):
    first = pool.submit(fetch, 3)                   # [9]
    second = pool.submit(fetch, 2)                  # [10]
    third = pool.submit(fetch, 4)                   # [11]
    first.add_done_callback(report)                 # [12]
    first.done()                                    # [13]
    first.cancel()                                  # [14]
    third.cancel()                                  # [15]
    second.result()                                 # [16]
    second.add_done_callback(report)                # [17]
    try:
        third.result()                              # [18]
    except CancelledError:
        print("CancelledError")                     # [19]
    pool.shutdown()                                 # [20]


def take(future, order):
    order.append(future.result())                   # [21]


def as_they_come(pool, state, seconds):
    futures = []
    for each in seconds:
        futures.append(pool.submit(fetch, each))    # [22]
    order = []
    for future in as_completed(futures):            # [23]
        take(future, order)
    state.arrived = order                           # [24]
    pool.shutdown()                                 # [25]


def in_order(pool, state, seconds):
    order = list(pool.map(fetch, seconds))          # [26]
    state.arrived = order                           # [27]
    pool.shutdown()                                 # [28]


def first_one(pool, state, seconds):
    futures = []
    for each in seconds:
        futures.append(pool.submit(fetch, each))    # [29]
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)  # [30]
    for future in list(done)[:1]:
        state.arrived = future.result()             # [31]
    for future in not_done:
        future.cancel()                             # [32]
    pool.shutdown()                                 # [33]


def page(pool, images):
    if images == "itself":
        return fetch(1)                             # [34]
    image = pool.submit(fetch, 1)                   # [35]
    return image.result()                           # [36]


def pages(pool, images, count):
    futures = []
    for _ in range(count):
        futures.append(pool.submit(page, pool, images))  # [37]
    for future in futures:
        future.result()                             # [38]
    pool.shutdown()                                 # [39]
