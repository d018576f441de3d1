import socket
import time


def client(host, port, sends, send_bytes, pause):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    for letter in "ABCDEF"[:sends]:
        s.send(letter.encode() * send_bytes)  # [3]
        if pause > 0:
            time.sleep(pause)              # [4]
    s.close()                              # [5]


def server(host, port, read_after, recv_bytes):
    listener = socket.socket()             # [6]
    listener.bind((host, port))            # [7]
    listener.listen(1)                     # [8]
    connection, peer = listener.accept()   # [9]
    if read_after > 0:
        time.sleep(read_after)             # [10]
    while True:
        data = connection.recv(recv_bytes)  # [11]
        if not data:
            break
    connection.close()                     # [12]
    listener.close()                       # [13]
