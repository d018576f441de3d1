import socket
import time


def tcp_client(tcp_host, port, messages):
    s = socket.socket()                         # [1]
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)     # [2]
    s.connect((tcp_host, port))                 # [3]
    for message in messages:
        s.sendall(message)                      # [4]
    s.close()                                   # [5]


def tcp_server(tcp_host, port, read_after):
    listener = socket.socket()                  # [6]
    listener.bind((tcp_host, port))             # [7]
    listener.listen(5)                          # [8]
    connection, peer = listener.accept()        # [9]
    time.sleep(read_after)                      # [10]
    while True:
        data = connection.recv(1024)            # [11]
        if not data:
            break
    connection.close()                          # [12]
    listener.close()                            # [13]


def udp_client(udp_host, port, messages):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [14]
    for message in messages:
        s.sendto(message, (udp_host, port))     # [15]
    s.close()                                   # [16]


def udp_server(udp_host, port, read_after):
    s = socket.socket(type=socket.SOCK_DGRAM)   # [17]
    s.bind((udp_host, port))                    # [18]
    time.sleep(read_after)                      # [19]
    s.settimeout(0.7)                           # [20]
    try:
        while True:
            s.recvfrom(1024)                    # [21]
    except OSError as error:
        print(type(error).__name__)             # [22]
    s.close()                                   # [23]
