import time


def begins(cond, lines):
    cond.acquire()                 # [1]
    for line in lines:
        print(line)                # [2]
        cond.notify()              # [3]
        cond.wait()                # [4]
    cond.release()                 # [5]


def answers(cond, lines):
    cond.acquire()                 # [6]
    for line in lines:
        cond.wait()                # [7]
        print(line)                # [8]
        cond.notify()              # [9]
    cond.release()                 # [10]


def takes_turns(cond, state, lines, own):
    cond.acquire()                 # [11]
    for line in lines:
        whose = state.turn         # [12]
        while whose != own:
            cond.wait()            # [13]
            whose = state.turn     # [14]
        print(line)                # [15]
        state.turn = 3 - own       # [16]
        cond.notify()              # [17]
    cond.release()                 # [18]


def consumer(cond, box, check):
    cond.acquire()                 # [19]
    left = box.items               # [20]
    while left == 0:
        cond.wait()                # [21]
        if check == "if":
            break
        left = box.items           # [22]
    before = box.take()            # [23]
    if before == 0:
        box.ghosts += 1            # [24]
    cond.release()                 # [25]


def producer(cond, box, count):
    for _ in range(count):
        cond.acquire()             # [26]
        box.items += 1             # [27]
        cond.notify()              # [28]
        cond.release()             # [29]


def sleeper(cond, gate):
    cond.acquire()                 # [30]
    cond.wait()                    # [31]
    gate.released += 1             # [32]
    cond.release()                 # [33]


def gatekeeper(cond, n, pause):
    if pause:
        time.sleep(pause)          # [34]
    cond.acquire()                 # [35]
    cond.notify(n)                 # [36]
    cond.release()                 # [37]
    if pause:
        time.sleep(pause)          # [38]
    cond.acquire()                 # [39]
    cond.notify_all()              # [40]
    cond.release()                 # [41]
