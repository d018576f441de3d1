import select
import socket
import time


def server(host, port, backlog, clients, accept_after):
    listener = socket.socket()                            # [1]
    listener.bind((host, port))                           # [2]
    listener.listen(backlog)                              # [3]
    time.sleep(accept_after)                              # [4]
    for _ in range(clients):
        connection, peer = listener.accept()              # [5]
        connection.close()                                # [6]
    listener.close()                                      # [7]


def client(host, port, clients):
    waiting = []
    for number in range(1, clients + 1):
        s = socket.socket()                               # [8]
        waiting.append(s)
        s.setblocking(False)                              # [9]
        try:
            s.connect((host, port))                       # [10]
        except BlockingIOError:
            pass
        _, ready, _ = select.select([], [s], [], 0.25)    # [11]
        if not ready:
            print(f"client {number}: no answer")          # [12]
    while waiting:
        ready, _, _ = select.select(waiting, [], [])      # [13]
        for s in ready:
            s.close()                                     # [14]
        waiting = [s for s in waiting if s not in ready]
