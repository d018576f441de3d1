import socket
import time


def client(host, port, message, closes_first):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    s.sendall(message)                     # [3]
    if closes_first == "server":
        s.recv(1024)                       # [4]
    s.close()                              # [5]


def server(host, port, backlog, accept_after, closes_first):
    listener = socket.socket()             # [6]
    listener.bind((host, port))            # [7]
    listener.listen(backlog)               # [8]
    time.sleep(accept_after)               # [9]
    connection, peer = listener.accept()   # [10]
    connection.recv(1024)                  # [11]
    if closes_first == "client":
        connection.recv(1024)              # [12]
    connection.close()                     # [13]
    listener.close()                       # [14]
