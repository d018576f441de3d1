"""Which form of += loses updates here? Two threads run a function of the program at full speed, with a switch interval
so short that the interpreter changes threads wherever it can; then the shared value is compared with what was added."""
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from child import Program, bound, given, now, tell, watch_parent

ROUNDS_A_CALL = 2000
SHORTEST_INTERVAL_SECONDS = 1e-6

program = Program(given['program']).run()
owner, _, name = given['shared'].rpartition('.')


def shared():
    return vars(program.names[owner]) if owner else program.names


def measure(form):
    work = program.names[form]
    done = [0] * given['threads']
    go = threading.Event()
    shared()[name] = 0

    def repeat(me):
        go.wait()
        while now() < end:
            work(ROUNDS_A_CALL)
            done[me] += ROUNDS_A_CALL

    threads = [threading.Thread(target=repeat, args=(me,)) for me in range(given['threads'])]
    for thread in threads:
        thread.start()
    end = now() + int(given['seconds'] * 1e9)
    go.set()
    for thread in threads:
        thread.join()
    tell(form=form, at=now(), expected=sum(done), value=shared()[name])


bound(int(given['seconds'] * len(given['forms'])) + 10)
watch_parent()
sys.setswitchinterval(SHORTEST_INTERVAL_SECONDS)
for form in given['forms']:
    measure(form)
os._exit(0)
