import socket
import time


def client(host, port, message, rounds, closes_first):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    for _ in range(rounds):
        s.send(message)                    # [3]
        s.recv(1024)                       # [4]
    if closes_first == "server":
        s.recv(1024)                       # [5]
    s.close()                              # [6]


def server(host, port, rounds, read_after, closes_first):
    listener = socket.socket()             # [7]
    listener.bind((host, port))            # [8]
    listener.listen(5)                     # [9]
    connection, peer = listener.accept()   # [10]
    time.sleep(read_after)                 # [11]
    for _ in range(rounds):
        data = connection.recv(1024)       # [12]
        connection.send(data)              # [13]
    if closes_first == "client":
        connection.recv(1024)              # [14]
    connection.close()                     # [15]
    listener.close()                       # [16]
