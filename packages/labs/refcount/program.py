import gc
from weakref import ref


class Node:
    pass


def counting(weak, old):
    a = Node()                                     # [1]
    b = a                                          # [2]
    shelf = [a]                                    # [3]
    del b                                          # [4]
    shelf.clear()                                  # [5]
    del a                                          # [6]
    left = Node()                                  # [7]
    right = Node()                                 # [8]
    left.other = right                             # [9]
    right.other = ref(left) if weak else left      # [10]
    if old:
        gc.collect(0)                              # [11]
    del left                                       # [12]
    del right                                      # [13]


def allocating(boxes, collector):
    if not collector:
        gc.disable()                               # [14]
    for _ in range(boxes):
        box = []                                   # [15]
        box.append(box)                            # [16]
