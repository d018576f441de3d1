def deposit(lock, account, releases):
    lock.acquire()                # [1]
    add(lock, account)            # [2]
    for _ in range(releases):
        lock.release()            # [3]


def add(lock, account):
    lock.acquire()                # [4]
    account.balance += 10         # [5]
    lock.release()                # [6]


def transfer(source, target, account):
    source.acquire()              # [7]
    target.acquire()              # [8]
    account.balance += 10         # [9]
    target.release()              # [10]
    source.release()              # [11]
