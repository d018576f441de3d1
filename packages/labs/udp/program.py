import socket
import time


def sends_three(host, port, message):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [1]
    s.sendto(b"hello", (host, port))            # [2]
    s.sendto(b"", (host, port))                 # [3]
    s.sendto(message, (host, port))             # [4]
    s.close()                                   # [5]


def takes_three(host, port, buffer_bytes, asks_length):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [6]
    s.bind((host, port))                        # [7]
    time.sleep(0.5)                             # [8]
    buffer = bytearray(buffer_bytes)
    for _ in range(3):
        if asks_length:
            length, _ = s.recvfrom_into(buffer, 0, socket.MSG_TRUNC)  # [9]
            print("length", length)             # [10]
        else:
            s.recvfrom(buffer_bytes)            # [11]
    s.setblocking(False)                        # [12]
    try:
        s.recvfrom(buffer_bytes)                # [13]
    except OSError as error:
        print(type(error).__name__)             # [14]
    s.close()                                   # [15]


def comes_first(host, port, client_host, client_port, connects):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [16]
    s.bind((client_host, client_port))          # [17]
    if connects:
        s.connect((host, port))                 # [18]
    s.settimeout(0.2)                           # [19]
    for attempt in range(1, 10):
        try:
            if connects:
                s.send(b"anyone? %d" % attempt)     # [20]
            else:
                s.sendto(b"anyone? %d" % attempt, (host, port))     # [21]
            s.recvfrom(1024)                    # [22]
            break
        except OSError as error:
            print(type(error).__name__)         # [23]
        time.sleep(0.6)                         # [24]
    s.close()                                   # [25]


def comes_later(host, port):
    time.sleep(0.3)                             # [26]
    s = socket.socket(type=socket.SOCK_DGRAM)   # [27]
    s.bind((host, port))                        # [28]
    data, peer = s.recvfrom(1024)               # [29]
    s.sendto(b"here I am", peer)                # [30]
    s.close()                                   # [31]


def floods(host, port, datagrams):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [32]
    for n in range(1, datagrams + 1):
        s.sendto(str(n).encode(), (host, port))     # [33]
    s.close()                                   # [34]


def sleeps_long(host, port, rcvbuf):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [35]
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, rcvbuf)   # [36]
    s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)           # [37]
    s.bind((host, port))                        # [38]
    time.sleep(0.8)                             # [39]
    s.setblocking(False)                        # [40]
    try:
        while True:
            s.recvfrom(1024)                    # [41]
    except OSError as error:
        print(type(error).__name__)             # [42]
    s.close()                                   # [43]


def sends_one(host, port, size):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [44]
    try:
        s.sendto(b"x" * size, (host, port))     # [45]
    except OSError as error:
        print(error)                            # [46]
    s.close()                                   # [47]


def takes_one(host, port):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [48]
    s.bind((host, port))                        # [49]
    s.settimeout(0.8)                           # [50]
    try:
        data, peer = s.recvfrom(65_535)         # [51]
        print(len(data), "bytes at once")       # [52]
    except OSError as error:
        print(type(error).__name__)             # [53]
    s.close()                                   # [54]
