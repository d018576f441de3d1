import socket


def client(host, port, rounds, writes, write_bytes, joins, no_delay):
    s = socket.socket()                    # [1]
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, int(no_delay))  # [2]
    s.connect((host, port))                # [3]
    s.recv(1024)                           # [4]
    for _ in range(rounds):
        parts = [letter.encode() * write_bytes for letter in "ABCDEF"[:writes]]
        if joins:
            s.sendall(b"".join(parts))     # [5]
        else:
            for part in parts:
                s.sendall(part)            # [6]
        s.recv(1024)                       # [7]
    s.close()                              # [8]


def server(host, port, rounds, writes, write_bytes, quick_ack):
    listener = socket.socket()             # [9]
    listener.bind((host, port))            # [10]
    listener.listen(1)                     # [11]
    connection, peer = listener.accept()   # [12]
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, int(quick_ack))  # [13]
    connection.sendall(b"ready")           # [14]
    for _ in range(rounds):
        receive(connection, writes * write_bytes, quick_ack)
        connection.sendall(b"answer")      # [15]
    connection.recv(1024)                  # [16]
    connection.close()                     # [17]
    listener.close()                       # [18]


def receive(connection, missing, quick_ack):
    while missing > 0:
        if quick_ack:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)  # [19]
        data = connection.recv(missing)    # [20]
        if not data:
            return
        missing -= len(data)
