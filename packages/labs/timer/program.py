import time


def shop(logout, state, waits, think):
    logout.start()                                  # [1]
    if think:
        time.sleep(think)                           # [2]
    logout.cancel()                                 # [3]
    if waits:
        logout.join()                               # [4]
    logged_in = state.logged_in                     # [5]
    if logged_in:
        state.orders += 1                           # [6]


def log_out(state):
    state.logged_in = 0                             # [7]


def begin(timers):
    for timer in timers:
        timer.start()                               # [8]


def tick(state, next_timer, starts_next, work):
    state.ticks += 1                                # [9]
    if next_timer and starts_next == "before-work":
        next_timer.start()                          # [10]
    if work:
        time.sleep(work)                            # [11]
    if next_timer and starts_next == "after-work":
        next_timer.start()                          # [12]


# logout = threading.Timer(0.02, log_out, args=(state,))
