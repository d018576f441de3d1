import os
import signal
import socket
import struct

MOST_EMPTY = 5


def client(host, port, how):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    s.sendall(b"hello")                    # [3]
    if how == "unread":
        s.recv(1, socket.MSG_PEEK)         # [4]
    else:
        s.recv(1024)                       # [5]
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)  # [6]
    if how == "reset":
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # [7]
    s.close()                              # [8]


def server(host, port, care, greeting):
    listener = socket.socket()             # [9]
    listener.bind((host, port))            # [10]
    listener.listen(1)                     # [11]
    connection, peer = listener.accept()   # [12]
    empty = 0
    try:
        while empty < MOST_EMPTY:
            data = connection.recv(1024)   # [13]
            if not data:
                if care != "none":
                    break
                empty += 1
            connection.send(greeting + data)  # [14]
    except OSError as error:
        if care != "try":
            raise
        print(f"{type(error).__name__}: the client has gone")  # [15]
    connection.close()                     # [16]
    print("ready for the next client" if empty == 0 else f"{empty} empty reads, and no end")  # [17]
    listener.close()                       # [18]
