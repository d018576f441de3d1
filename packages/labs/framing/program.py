import hashlib
import json
import socket
import struct
import time

MOST = 65536
MESSAGES = [b"hello", b"two\nlines", b"", b"forty bytes, more than one recv() takes.", b"bye"]


def encode_newline(payload):
    return payload + b"\n"


def encode_digits(payload):
    return b"%08d" % len(payload) + payload


def encode_bytes(payload):
    return struct.pack(">I", len(payload)) + payload


def encode_json(payload, name="1.txt"):
    digest = hashlib.sha256(payload).hexdigest()
    header = json.dumps({"name": name, "size": len(payload), "sha256": digest}).encode()
    return struct.pack(">I", len(header)) + header + payload


# Each takes the bytes that are not used up yet. It returns a message and the rest, or None: not all here yet.

def take_newline(unused):
    message, end, rest = unused.partition(b"\n")
    if len(message) > MOST:
        raise ValueError("no newline")
    return (message, rest) if end else None


def take_digits(unused):
    if len(unused) < 8:
        return None
    if not unused[:8].isdigit():            # int() alone would take "-0000005"
        raise ValueError("not a length")
    return take_payload(unused, 8, int(unused[:8]))


def take_unchecked(unused):
    if len(unused) < 8:
        return None
    end = 8 + max(0, int(unused[:8]))       # whatever it says is believed
    return (unused[8:end], unused[end:]) if len(unused) >= end else None


def take_bytes(unused):
    if len(unused) < 4:
        return None
    return take_payload(unused, 4, struct.unpack(">I", unused[:4])[0])


def take_json(unused):
    if len(unused) < 4:
        return None
    length = struct.unpack(">I", unused[:4])[0]
    if length > 1024:
        raise ValueError("header too long")
    if len(unused) < 4 + length:
        return None
    header = json.loads(unused[4:4 + length])
    if type(header["size"]) is not int or header["size"] < 0:
        raise ValueError("not a length")
    taken = take_payload(unused, 4 + length, header["size"])
    if taken and hashlib.sha256(taken[0]).hexdigest() != header["sha256"]:
        raise ValueError("wrong digest")
    return taken


def take_payload(unused, start, length):
    if length > MOST:                       # before anything is stored for it
        raise ValueError("too long")
    end = start + length
    return (unused[start:end], unused[end:]) if len(unused) >= end else None


def client(host, port, take, recv_bytes, reads_after):
    s = socket.socket()                     # [1]
    s.connect((host, port))                 # [2]
    time.sleep(reads_after)                 # [3]
    unused, message, messages = b"", None, []
    while message != b"bye":
        data = s.recv(recv_bytes)           # [4]
        if not data:
            break
        unused += data
        try:
            while taken := take(unused):
                message, unused = taken
                messages.append(message)
        except ValueError as reason:
            print("refused:", reason)       # [5]
            s.close()                       # [6]
            return
        print(messages)                     # [7]
    s.sendall(b"ok")                        # [8]
    s.close()                               # [9]


def server(host, port, encode):
    listener = socket.socket()              # [10]
    listener.bind((host, port))             # [11]
    listener.listen(5)                      # [12]
    connection, peer = listener.accept()    # [13]
    for message in MESSAGES:
        connection.sendall(encode(message))  # [14]
    try:
        connection.recv(1024)               # [15]
    except OSError as error:
        print(type(error).__name__)         # [16]
    connection.close()                      # [17]
    listener.close()                        # [18]
