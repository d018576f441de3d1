"""Runs functions of a program as threads, one bytecode instruction at a time: before each instruction of a marked line a
thread tells what it is about to do and waits until its number comes in on standard input. (`sys.settrace` with
`f_trace_opcodes`: https://docs.python.org/3/library/sys.html#sys.settrace)"""
import dis
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from child import Program, bound, given, tell

program = Program(given['program']).run()
owner, _, name = given['shared'].rpartition('.')
everybody = threading.Barrier(len(given['functions']))
gates = {number: threading.Semaphore(0) for number in range(1, len(given['functions']) + 1)}
instructions = {}

READS = {'LOAD_GLOBAL', 'LOAD_NAME', 'LOAD_ATTR'}
WRITES = {'STORE_GLOBAL', 'STORE_NAME', 'STORE_ATTR'}


def shared_names():
    """Where the shared value lies in memory: past a property, whose getter would be one more instruction."""
    return vars(program.names[owner]) if owner else program.names


def shared_value():
    return shared_names()[name]


def instruction_at(frame):
    code = frame.f_code
    if code not in instructions:
        instructions[code] = {one.offset: one for one in dis.get_instructions(code)}
    return instructions[code][frame.f_lasti]


def pause(number, frame):
    one = instruction_at(frame)
    argument = one.argval if one.opcode in dis.hasname else one.argrepr
    touches = one.opcode in dis.hasname and one.argval == name
    tell(thread=number, opcode=one.opname, argument=str(argument), mark=program.marks[frame.f_lineno],
         reads=touches and one.opname in READS, writes=touches and one.opname in WRITES, value=shared_value())
    gates[number].acquire()


def listen(on_opcode):
    """Traces the instructions of the program in this thread."""
    def trace(frame, event, _):
        if frame.f_code.co_filename != program.path:
            return None
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        if event == 'opcode' and frame.f_lineno in program.marks:
            on_opcode(frame)
        return trace
    sys.settrace(trace)


def run(number, function):
    listen(lambda frame: pause(number, frame))
    everybody.wait()
    try:
        function(given['rounds'])
    finally:
        sys.settrace(None)
        tell(thread=number, finished=True, value=shared_value())


bound(None)
# Since 3.12 tracing rewrites the code that is traced. That must not happen while a thread stands in the middle of it: so
# here, before there are threads, each function is traced through one round, and this thread goes on being traced.
# (3.12 reports instructions only when a frame has asked for them before settrace was called.)
initial = shared_value()
sys._getframe().f_trace_opcodes = True
listen(lambda frame: None)
for function in given['functions']:
    program.names[function](1)
shared_names()[name] = initial
for number, function in enumerate(given['functions'], 1):
    threading.Thread(target=run, args=(number, program.names[function]), daemon=True).start()
for line in sys.stdin:
    gates[int(line)].release()
os._exit(0)
