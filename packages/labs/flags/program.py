import socket
import struct

SIZE = 2500
AT_ONCE = struct.pack("ii", 1, 0)  # struct linger


def client(host, port, rst):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    s.sendall(b"x" * SIZE)                 # [3]
    s.recv(1024)                           # [4]
    s.send(b"ABC!", socket.MSG_OOB)        # [5]
    s.recv(1024)                           # [6]
    s.close()                              # [7]
    second = socket.socket()               # [8]
    if rst == "refused":
        call_nobody(second, host, port + 1)
    else:
        second.connect((host, port))       # [9]
        second.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)  # [10]
    second.close()                         # [11]


def call_nobody(s, host, port):
    try:
        s.connect((host, port))            # [12]
    except OSError as error:
        print(type(error).__name__)        # [13]


def server(host, port, rst, is_inline):
    listener = socket.socket()             # [14]
    listener.bind((host, port))            # [15]
    listener.listen(2)                     # [16]
    connection, peer = listener.accept()   # [17]
    if is_inline:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)  # [18]
    size = 0
    while size < SIZE:
        size += len(connection.recv(SIZE))  # [19]
    connection.sendall(b"got it")          # [20]
    connection.recv(1024)                  # [21]
    if is_inline:
        connection.recv(1024)              # [22]
    else:
        connection.recv(1, socket.MSG_OOB)  # [23]
    connection.sendall(b"that too")        # [24]
    connection.recv(1024)                  # [25]
    connection.close()                     # [26]
    if rst == "linger":
        second, peer = listener.accept()   # [27]
        until_reset(second)
        second.close()                     # [28]
    listener.close()                       # [29]


def until_reset(s):
    try:
        s.recv(1024)                       # [30]
    except OSError as error:
        print(type(error).__name__)        # [31]
