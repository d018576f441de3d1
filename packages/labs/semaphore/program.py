import time


def car(places, capacity, park, park_time, careless):
    places.acquire()                  # [1]
    others = park.enter()             # [2]
    if others >= capacity:
        park.crowded += 1             # [3]
    if park_time:
        time.sleep(park_time)         # [4]
    park.leave()                      # [5]
    places.release()                  # [6]
    if careless:
        places.release()              # [7]
