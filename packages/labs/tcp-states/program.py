import os
import signal
import socket
import time


def client(client_host, server_host, port, story, closes_first):
    s = socket.socket()                    # [1]
    if story == "both-open":
        s.bind((client_host, port))        # [2]
    if not calls(s, server_host, port):
        return
    if closes_first == "client":
        go_first(s, story)
    else:
        go_second(s, story)


def server(client_host, server_host, port, story, closes_first):
    if story == "refused":
        time.sleep(0.3)                    # [3]
        return
    s = socket.socket()                    # [4]
    s.bind((server_host, port))            # [5]
    if story == "both-open":
        if not calls(s, client_host, port):
            return
        if closes_first == "server":
            go_first(s, story)
        else:
            go_second(s, story)
        return
    s.listen(1)                            # [6]
    connection, peer = s.accept()          # [7]
    if closes_first == "server":
        go_first(connection, story)
    else:
        go_second(connection, story)
    s.close()                              # [8]


def calls(s, host, port):
    try:
        s.connect((host, port))            # [9]
        return True
    except OSError as error:
        print(type(error).__name__)        # [10]
        return False


def go_first(s, story):
    time.sleep(0.1)                        # [11]
    if story == "killed":
        os.kill(os.getpid(), signal.SIGKILL)  # [12]
    elif story == "half":
        s.shutdown(socket.SHUT_WR)         # [13]
        s.recv(1024)                       # [14]
    s.close()                              # [15]


def go_second(s, story):
    if story != "both-close":
        s.recv(1024)                       # [16]
        time.sleep(1.5 if story == "half" else 0.1)  # [17]
    s.close()                              # [18]
