import time


def main(buns, eaten, report, producers, consumers, ending):
    for one in consumers + producers:
        one.start()                        # [1]
    if ending.waits_for_producers:
        for one in producers:
            one.join()                     # [2]
    for _ in range(ending.pills_of_main):
        buns.put(None)                     # [3]
    if ending.reports:
        buns.join()                        # [4]
        seen = len(eaten)                  # [5]
        report.eaten = seen                # [6]


def producer(buns, bakes, pills, bake_time):
    for bun in bakes:
        if bake_time:
            time.sleep(bake_time)          # [7]
        buns.put(bun)                      # [8]
    for _ in range(pills):
        buns.put(None)                     # [9]


def consumer(buns, eaten, reports, eat_time):
    while True:
        bun = buns.get()                   # [10]
        if bun is None:
            return
        if eat_time:
            time.sleep(eat_time)           # [11]
        eaten.append(bun)                  # [12]
        if reports:
            buns.task_done()               # [13]
