import time


def main(reports, writes, stop, joins, pause):
    reports.start()                             # [1]
    writes.start()                              # [2]
    if pause:
        time.sleep(pause)                       # [3]
    if stop:
        stop.set()                              # [4]
    if joins:
        writes.join()                           # [5]
    print("main: my code ends")                 # [6]


def reporter(lines, pause):
    for line in range(1, lines + 1):
        if pause:
            time.sleep(pause)                   # [7]
        print(f"reporter: line {line}")         # [8]


def writer(book, stop, records, pause):
    for _ in range(records):
        asked = stop and stop.is_set()          # [9]
        if asked:
            break
        book.rows += 1                          # [10]
        if pause:
            time.sleep(pause)                   # [11]
        book.index += 1                         # [12]
        if pause:
            time.sleep(pause)                   # [13]


# reports = threading.Thread(target=reporter, args=(…))
# writes = threading.Thread(target=writer, args=(…), daemon=True)
