import socket


def client(host, port, lines, care):
    s = socket.socket()                    # [1]
    s.connect((host, port))                # [2]
    if care == "time-out":
        s.settimeout(0.5)                  # [3]
    for line in lines:
        if care == "skip" and not line:
            continue
        message = line + "\n" if care == "newline" else line
        s.send(message.encode())           # [4]
        s.recv(1024)                       # [5]
    s.close()                              # [6]


def server(host, port):
    listener = socket.socket()             # [7]
    listener.bind((host, port))            # [8]
    listener.listen(1)                     # [9]
    connection, peer = listener.accept()   # [10]
    while True:
        data = connection.recv(1024)       # [11]
        if not data:
            break
        connection.send(data)              # [12]
    connection.close()                     # [13]
    listener.close()                       # [14]
