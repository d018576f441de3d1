import threading
import time


def hiker(hut, hike, hikers, stages, walk, patience):
    for stage in range(stages):
        begun = hike.begin_leg()                   # [1]
        if begun < stage * hikers:
            hike.early += 1                        # [2]
        if walk:
            time.sleep(walk)                       # [3]
        if hut:
            try:
                hut.wait(patience)                 # [4]
            except threading.BrokenBarrierError:
                print("alone: BrokenBarrierError") # [5]
                return


def quitter(hut, hike):
    hike.begin_leg()                               # [6]
    if hut:
        hut.abort()                                # [7]
