def counter(total, rounds):
    for _ in range(rounds):
        seen = total.value           # [1]
        total.value = seen + 1       # [2]
