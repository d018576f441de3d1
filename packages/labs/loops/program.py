import socket
import time


def client(host, port, number, messages, think):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    for count in range(1, messages + 1):
        s.sendall(b"client %d, message %d" % (number, count))  # [3]
        answer = s.recv(1024)              # [4]
        if not answer:
            break
        time.sleep(think)                  # [5]
    s.close()                              # [6]


def server(host, port, clients, backlog, loops):
    listener = socket.socket()             # [7]
    listener.bind((host, port))            # [8]
    listener.listen(backlog)               # [9]
    turns = clients if loops == "both" else 1
    for _ in range(turns):
        connection, peer = listener.accept()  # [10]
        while True:
            data = connection.recv(1024)   # [11]
            if not data:
                break
            connection.sendall(data)       # [12]
            if loops == "none":
                break
        connection.close()                 # [13]
    listener.close()                       # [14]
