import socket
import time
from socket import IPPROTO_TCP, TCP_NODELAY

COMMANDS = ["ps aux", "date", "whoami"]


def asks(host, port, recv_bytes, reads_after):
    s = socket.socket()                               # [1]
    s.connect((host, port))                           # [2]
    answer_to = {}
    for command in COMMANDS:
        s.sendall(command.encode())                   # [3]
        time.sleep(reads_after)                       # [4]
        answer = s.recv(recv_bytes)                   # [5]
        answer_to[command] = answer                   # [6]
    s.close()                                         # [7]


def answers(host, port, texts, between, no_delay):
    listener = socket.socket()                        # [8]
    listener.bind((host, port))                       # [9]
    listener.listen(5)                                # [10]
    connection, peer = listener.accept()              # [11]
    if no_delay:
        connection.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # [12]
    while True:
        command = connection.recv(1024)               # [13]
        if not command:
            break
        answer = texts[command.decode()]
        connection.sendall(answer)                    # [14]
        time.sleep(between)                           # [15]
    connection.close()                                # [16]
    listener.close()                                  # [17]


def reads(host, port, recv_bytes, reads_after):
    s = socket.socket()                               # [18]
    s.connect((host, port))                           # [19]
    time.sleep(reads_after)                           # [20]
    messages = []
    while True:
        data = s.recv(recv_bytes)                     # [21]
        if not data:
            break
        messages.append(data)                         # [22]
    s.close()                                         # [23]


def tells(host, port, messages, message_bytes, between, no_delay):
    listener = socket.socket()                        # [24]
    listener.bind((host, port))                       # [25]
    listener.listen(5)                                # [26]
    connection, peer = listener.accept()              # [27]
    if no_delay:
        connection.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # [28]
    for number in range(1, messages + 1):
        message = str(number).encode() * message_bytes
        connection.sendall(message)                   # [29]
        time.sleep(between)                           # [30]
    connection.close()                                # [31]
    listener.close()                                  # [32]
