import socket
import struct
import time

AT_ONCE = struct.pack("ii", 1, 0)  # struct linger


def client(host, port, closes_first, **story):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    s.sendall(b"question")                 # [3]
    s.recv(len(b"answer"))                 # [4]
    if closes_first == "client":
        go_first(s, **story)
    else:
        go_second(s, **story)


def server(host, port, closes_first, **story):
    listener = socket.socket()             # [5]
    listener.bind((host, port))            # [6]
    listener.listen(1)                     # [7]
    connection, peer = listener.accept()   # [8]
    listener.close()                       # [9]
    connection.recv(1024)                  # [10]
    connection.sendall(b"answer")          # [11]
    if closes_first == "server":
        go_first(connection, **story)
    else:
        go_second(connection, **story)


def go_first(s, how, watch_seconds):
    if how == "half":
        s.shutdown(socket.SHUT_WR)         # [12]
        while s.recv(1024): pass           # [13]
    elif how == "linger":
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)  # [14]
    elif how == "unread":
        s.recv(1, socket.MSG_PEEK)         # [15]
    else:
        time.sleep(0.1)                    # [16]
    s.close()                              # [17]


def go_second(s, how, watch_seconds):
    if how == "unread":
        s.sendall(b"one thing more")       # [18]
    if how != "both":
        wait_for_the_end(s)
    if how == "half":
        s.sendall(b"I am not done: ")      # [19]
        time.sleep(0.1)                    # [20]
        s.sendall(b"there is more.")       # [21]
    elif how in ("four", "countdown"):
        time.sleep(0.1)                    # [22]
    s.close()                              # [23]
    if how == "countdown":
        time.sleep(watch_seconds)          # [24]


def wait_for_the_end(s):
    try:
        s.recv(1024)                       # [25]
    except OSError as error:
        print(f"{type(error).__name__}: nothing more will come")  # [26]
