"""Runs functions of a program statement by statement, each in a thread of its own, one after the other, and tells after
each statement what has become of the objects: who refers to them, what CPython's own count says, who freed them.

A statement is executed in a dictionary of names and not in a function's frame, because looking at a frame from outside
(`sys.settrace`, `frame.f_locals`) makes a copy of its variables, and that copy would hold the objects as well."""
import ast
import gc
import os
import sys
import threading
import weakref

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from child import Program, bound, given, now, tell, watch_parent

LONGEST_SECONDS = 20


class Calibration:
    pass


def statements_of(body, names):
    """The statements of a function, those below an `if` only where its condition holds."""
    for statement in body:
        if isinstance(statement, ast.If):
            test = compile(ast.Expression(statement.test), program.path, 'eval')
            yield from statements_of(statement.body if eval(test, program.names, names) else statement.orelse, names)
        else:
            yield statement.lineno, compile(ast.Module([statement], []), program.path, 'exec')


def count_of(reference):
    """CPython's own count, without the reference that asking for it takes."""
    return sys.getrefcount(reference()) - overhead


class Watch:
    """The objects of the program's classes, by the name that they were first given."""

    def __init__(self):
        self.references = {}   # name -> weak reference: watching must not keep alive
        self.counts = {}       # name -> the count told last
        self.holders = set()   # (name, who refers to it)
        self.freed = []        # (name, by), since the last look
        self.thread = 0
        self.mark = None
        self.is_collecting = False

    def tell(self, kind, **message):
        tell(kind=kind, at=now(), thread=self.thread, mark=self.mark, **message)

    def on_free(self, name):
        def callback(_):
            self.freed.append((name, 'collector' if self.is_collecting else 'counting'))
        return callback

    def on_collect(self, phase, info):
        """Called by the collector itself, in the thread in which it runs (gc.callbacks)."""
        self.is_collecting = phase == 'start'
        if phase == 'start':
            return
        line, number = sys._getframe(1).f_lineno, numbers[threading.get_ident()]
        where = {'at': now(), 'thread': number, 'mark': program.marks.get(line)}
        tell(kind='collected', generation=info['generation'], collected=info['collected'], **where)
        for name, by in self.freed:
            tell(kind='freed', object=name, by=by, **where)
            self.forget(name)
        self.freed.clear()

    def forget(self, name):
        del self.references[name], self.counts[name]
        self.holders = {(of, by) for of, by in self.holders if of != name and not by.startswith(name + '.')}

    def find_new(self, names):
        known = {id(reference()) for reference in self.references.values()}
        for name, value in names.items():
            if type(value).__module__ == 'program' and id(value) not in known:
                self.references[name] = weakref.ref(value, self.on_free(name))
                yield name, type(value).__name__

    def holders_in(self, names):
        """Who refers to the objects: names, places in lists, attributes of other objects."""
        by_id = {id(reference()): name for name, reference in self.references.items() if reference() is not None}
        found = set()
        for name, value in names.items():
            found.add((by_id.get(id(value)), name))
            if type(value) is list:
                found.update((by_id.get(id(item)), f'{name}[{index}]') for index, item in enumerate(value))
        for name, reference in self.references.items():
            found.update((by_id.get(id(value)), f'{name}.{attribute}')
                         for attribute, value in getattr(reference(), '__dict__', {}).items())
        return {(of, by) for of, by in found if of is not None}

    def look(self, names):
        """Tells what one statement has done."""
        for name, type_name in list(self.find_new(names)):
            self.counts[name] = 1
            self.holders.add((name, name))
            self.tell('created', object=name, type=type_name, count=1)
        holders = self.holders_in(names)
        attributes_last = lambda holder: ('.' in holder[1], holder)
        for name, by in sorted(self.holders - holders, key=attributes_last):
            self.change(name, -1, by)
            for freed, freer in [one for one in self.freed if one[0] == name and self.counts[name] == 0]:
                self.tell('freed', object=freed, by=freer)
                self.freed.remove((freed, freer))
        for name, by in sorted(holders - self.holders, key=attributes_last):
            self.change(name, 1, by)
        self.holders = holders
        for name in [name for name, reference in self.references.items() if reference() is None]:
            self.forget(name)
        for name, reference in self.references.items():
            if count_of(reference) != self.counts[name]:
                raise AssertionError(f'{name}: {self.counts[name]} references seen, {count_of(reference)} counted')

    def change(self, name, by_how_many, by):
        before = self.counts[name]
        self.counts[name] = before + by_how_many
        self.tell('changed', object=name, before=before, count=self.counts[name], by=by)


def run(number, function):
    numbers[threading.get_ident()] = watch.thread = number
    watch.mark = None
    watch.tell('started')
    names = {argument.arg: given['given'][argument.arg] for argument in function.args.args}
    for line, code in list(statements_of(function.body, names)):
        watch.mark = program.marks.get(line)
        exec(code, program.names, names)
        watch.look(names)
    watch.mark = None
    names.clear()
    watch.look(names)
    watch.tell('finished')


bound(LONGEST_SECONDS)
watch_parent()
program = Program(given['program']).run()
functions = {node.name: node for node in ast.parse(program.text).body if isinstance(node, ast.FunctionDef)}
numbers = {}
calibration = Calibration()
overhead = sys.getrefcount(weakref.ref(calibration)()) - 1
watch = Watch()
gc.collect()
gc.freeze()  # what this script itself made is none of the collector's business
gc.callbacks.append(watch.on_collect)
for number, name in enumerate(given['functions'], 1):
    thread = threading.Thread(target=run, args=(number, functions[name]))
    thread.start()
    thread.join()
tell(kind='left', at=now(), objects=sorted(watch.references))
os._exit(0)
