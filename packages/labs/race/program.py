def adder(total, lock, rounds):
    for _ in range(rounds):
        if lock:
            lock.acquire()           # [1]
        seen = total.value           # [2]
        seen = seen + 1              # [3]
        total.value = seen           # [4]
        if lock:
            lock.release()           # [5]


def subtracter(total, lock, rounds):
    for _ in range(rounds):
        if lock:
            lock.acquire()           # [6]
        seen = total.value           # [7]
        seen = seen - 1              # [8]
        total.value = seen           # [9]
        if lock:
            lock.release()           # [10]
