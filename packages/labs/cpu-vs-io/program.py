import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def is_prime(n):
    return all(n % d for d in range(2, int(n ** 0.5) + 1))


def compute(up_to):
    primes = 0
    for n in range(2, up_to + 1):
        primes += is_prime(n)                            # [1]
    return primes


def wait(ms):
    time.sleep(ms / 1000)                                # [2]
    return 1


def work(job, sizes):
    return sum(job(size) for size in sizes)              # [3]


def compare(job, sizes, workers):
    one_after_the_other = work(job, sizes)               # [4]

    with ThreadPoolExecutor(workers) as threads:
        under_one_lock = sum(threads.map(job, sizes))    # [5]

    # The very same lines, run by a Python without the lock: python3.14t (PEP 703).
    with ThreadPoolExecutor(workers) as threads:
        without_it = sum(threads.map(job, sizes))        # [6]

    with ProcessPoolExecutor(workers) as processes:
        in_processes = sum(processes.map(job, sizes))    # [7]

    return one_after_the_other, under_one_lock, without_it, in_processes


if __name__ == '__main__':      # a new process imports this file: it must not start processes itself
    compare(compute, [400_000] * 10, workers=4)
    compare(wait, [2] * 1000, workers=4)
