"""Real threads under the real lock, at full speed. Who runs is found out by the threads themselves: each one compares a
global with its own number again and again, and when it finds another's there, it has just got the lock. That costs about
15 ns an iteration and no system call, so the recording does not change who runs when."""
import gc
import os
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from child import bound, given, now, tell, watch_parent

RUNS, SLEEPS, WAKES, STARTS, ENDS = 'run', 'sleep', 'wake', 'start', 'end'
ITERATIONS_BETWEEN_LOOKS_AT_THE_CLOCK = 1000
MARKS_A_MESSAGE = 2000

last = 0
marks = []
go = threading.Event()


def calculate(me):
    global last
    append, clock = marks.append, time.monotonic_ns
    go.wait()
    append((clock(), me, STARTS))
    while clock() < end:
        for _ in range(ITERATIONS_BETWEEN_LOOKS_AT_THE_CLOCK):
            if last != me:
                last = me
                append((clock(), me, RUNS))
    append((clock(), me, ENDS))


def wait_for_io(me):
    global last
    append, clock, sleep, seconds = marks.append, time.monotonic_ns, time.sleep, given['sleepMs'] / 1000
    go.wait()
    append((clock(), me, STARTS))
    while clock() < end:
        append((clock(), me, SLEEPS))
        sleep(seconds)
        last = me
        append((clock(), me, WAKES))
    append((clock(), me, ENDS))


bound(int(given['seconds']) + 10)
watch_parent()
gc.disable()  # a collection in the middle would be somebody's slice
sys.setswitchinterval(given['switchIntervalMs'] / 1000)
works = [calculate] * given['cpuThreads'] + [wait_for_io] * given['ioThreads']
threads = [threading.Thread(target=work, args=(me,)) for me, work in enumerate(works, 1)]
for thread in threads:
    thread.start()
end = now() + int(given['seconds'] * 1e9)
tell(kind='ready', at=now())
go.set()
for thread in threads:
    thread.join()
for index in range(0, len(marks), MARKS_A_MESSAGE):
    tell(kind='marks', marks=marks[index:index + MARKS_A_MESSAGE])
os._exit(0)
