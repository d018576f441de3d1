import json
import multiprocessing
import os
import sys
import threading
import time

age = 0


def change(name):
    global age
    print(name, os.getpid())               # [1]
    age = 16                               # [2]


def launch(kind, count):
    global age
    age = 18                               # [3]
    members = [kind(target=change, args=(f'number {n}',)) for n in range(1, count + 1)]
    for member in members:
        member.start()                     # [4]
    for member in members:
        member.join()                      # [5]
    print(age)                             # [6]


# launch(threading.Thread, 3)
# launch(multiprocessing.Process, 3)
# Below the same once more, with a clock and a look at the memory: the bars of Python are made of it.

def tell(**message):
    os.write(1, (json.dumps(message) + '\n').encode())


def kilobytes(pid='self'):
    """What the process has in memory; a page that n processes share counts as 1/n. See proc_pid_smaps(5)."""
    try:
        with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as file:
            return next(int(line.split()[1]) for line in file if line.startswith('Pss:'))
    except (OSError, StopIteration):
        return None


def be_seen(way, started, begun, seen):
    global age
    tell(way=way, begunUs=(time.monotonic_ns() - started) / 1000, pid=os.getpid())
    age = 16
    begun.release()
    seen.wait(2)


def measure(way, kind, semaphore, event, count):
    global age
    age = 18
    before = kilobytes()
    begun, seen = semaphore(0), event()
    tell(way=way, of=count)
    started = time.monotonic_ns()
    members = [kind(target=be_seen, args=(way, started, begun, seen)) for _ in range(count)]
    for member in members:
        member.start()
    for member in members:
        begun.acquire(timeout=2)
    if kind is threading.Thread:
        sizes = [kilobytes(), None if before is None else -before]
    else:
        sizes = [kilobytes(member.pid) for member in members]
    seen.set()
    for member in members:
        member.join()
    tell(way=way, eachKb=None if None in sizes else sum(sizes) / count, age=age)


def measure_call(times=100_000):
    def nothing():
        pass
    started = time.monotonic_ns()
    for _ in range(times):
        nothing()
    tell(callUs=(time.monotonic_ns() - started) / 1000 / times)


if __name__ == '__main__':
    measure('threads', threading.Thread, threading.Semaphore, threading.Event, int(sys.argv[1]))
    measure('processes', multiprocessing.Process, multiprocessing.Semaphore, multiprocessing.Event, int(sys.argv[1]))
    measure_call()
