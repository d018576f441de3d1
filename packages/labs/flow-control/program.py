import select
import socket
import time


def client(host, port, sends, send_bytes, is_blocking, send_buffer):
    s = socket.socket()                    # [1]
    s.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)  # [2]
    s.connect((host, port))                # [3]
    if not is_blocking:
        s.setblocking(False)               # [4]
    for letter in "ABCDEFGHIJKL"[:sends]:
        send_all(s, letter.encode() * send_bytes)
    s.close()                              # [5]


def send_all(s, rest):
    while rest:
        try:
            taken = s.send(rest)           # [6]
            rest = rest[taken:]
        except BlockingIOError:
            select.select([], [s], [])     # [7]


def server(host, port, receive_buffer, read_after, recv_bytes):
    listener = socket.socket()             # [8]
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)  # [9]
    listener.bind((host, port))            # [10]
    listener.listen(1)                     # [11]
    connection, peer = listener.accept()   # [12]
    time.sleep(read_after)                 # [13]
    while connection.recv(recv_bytes):     # [14]
        pass
    connection.close()                     # [15]
    listener.close()                       # [16]
