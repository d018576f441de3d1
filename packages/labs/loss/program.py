import re
import socket

BLOCK_BYTES = 1000
TIMESTAMP_BYTES = 12


def client(host, port, blocks, delayed_ack):
    s = socket.socket()                    # [1]
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, BLOCK_BYTES + TIMESTAMP_BYTES)  # [2]
    s.connect((host, port))                # [3]
    if delayed_ack:
        s.recv(16)                         # [4]
    letters = "ABCDEFGHIJKL"[:blocks]
    s.sendall(b"".join(letter.encode() * BLOCK_BYTES for letter in letters))  # [5]
    s.recv(16)                             # [6]
    s.close()                              # [7]


def server(host, port, blocks, delayed_ack):
    listener = socket.socket()             # [8]
    listener.bind((host, port))            # [9]
    listener.listen(1)                     # [10]
    connection, peer = listener.accept()   # [11]
    if delayed_ack:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 0)  # [12]
        connection.sendall(b"ready")       # [13]
    received = ""
    while len(received) < blocks * BLOCK_BYTES:
        data = connection.recv(16384)      # [14]
        if not data:
            break
        received += data.decode()
    print(re.sub(r"(.)\1*", lambda run: f"{len(run[0])} {run[1]} ", received))  # [15]
    connection.sendall(b"got all")         # [16]
    connection.recv(16)                    # [17]
    connection.close()                     # [18]
    listener.close()                       # [19]
