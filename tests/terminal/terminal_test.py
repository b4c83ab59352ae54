# SPDX-License-Identifier: Apache-2.0
"""What the program prints on terminals of 80 and 200 columns, and through a pipe.

terminal_test.py PROGRAM SMALL_PROGRAM: the second is another state of the backend, to tell differences from.
"""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

program, other = (os.path.abspath(path) for path in sys.argv[1:])
work = tempfile.TemporaryDirectory()
os.chdir(work.name)
subprocess.run([other, "synth", "--output", "before"], check=True, stdout=subprocess.DEVNULL)

# What reports: for people, so it fits their terminal.
reports = [
    ["--help"],
    ["synth"],
    ["rules"],
    ["explain", "Mutation.updatePost", "--as", "group:ADMINS"],
    ["explain", "Post.title", "--as", "guest"],
    ["diff", "--against", "before"],
    ["check"],
    ["check", "--limits"],
    ["check", "--list"],
    ["check", "--explain", "AdministratorGrantRisk"],
    ["plan", "--against", "before", "--allow-destructive", "Post"],
    ["info"],
    ["doctor"],
    ["generate", "types", "--out", "client"],
]
# What is data, for programs, or asks AWS.
others = {"print", "graph", "deploy", "destroy", "outputs", "secret", "init", "completion", "watch"}

escape = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def commands():
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^  (\w+) ", text.partition("Subcommands:")[2], re.MULTILINE)


def environment(**variables):
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    # No tools: what `doctor` finds is the same everywhere.
    return {**kept, "TERM": "xterm", "PATH": work.name, **variables}


def on_terminal(arguments, columns, **variables):
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    child = subprocess.Popen([program, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**variables))
    os.close(theirs)
    text = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        text += part
    os.close(ours)
    child.wait()
    return text.decode().replace("\r\n", "\n")


def piped(arguments, **variables):
    return subprocess.run([program, *arguments], capture_output=True, text=True, env=environment(**variables)).stdout


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line if not unicodedata.combining(c))


faults = []
coloured = 0
known = commands()
covered = {report[0] for report in reports} | others
faults += [f"{name}: no test of its output; add it to the lists here" for name in known if name not in covered]
reports = [report for report in reports if report[0].startswith("-") or report[0] in known]
reports += [[name, "--help"] for name in known]
for report in reports:
    name = " ".join(report)
    for columns in (80, 200):
        shown = on_terminal(report, columns)
        plain = escape.sub("", shown)
        if not plain.strip():
            faults.append(f"{name}: prints nothing")
        coloured += shown != plain
        faults += [f"{name}: at {columns} columns a line of {width(line)}: {line}" for line in plain.split("\n") if width(line) > columns]
        if "\x1b" in plain:
            faults.append(f"{name}: an escape sequence that is no colour")
    if "\x1b" in on_terminal(report, 80, NO_COLOR="1"):
        faults.append(f"{name}: colours in spite of NO_COLOR")
    if "\x1b" in piped(report):
        faults.append(f"{name}: colours through a pipe")
    if report == ["rules"] and "\x1b" not in piped(report, FORCE_COLOR="1"):
        faults.append(f"{name}: no colours in spite of FORCE_COLOR")
if coloured == 0:
    faults.append("nothing has colours on a terminal")
print("\n".join(faults))
sys.exit(1 if faults else 0)
