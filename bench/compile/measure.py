#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the CPU seconds that compilers take for schemas of growing size, unoptimized.

usage: measure.py [--compilers g++,clang++-19] [--models 0,1,10,50,100,200,300] [generate.py's options]
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def compile_seconds(compiler, source, *includes):
    before = cpu()
    folders = [f"-I{folder}" for folder in (INCLUDE, *includes)]
    command = [compiler, "-std=c++20", "-O0", *folders, "-c", str(source), "-o", os.devnull]
    subprocess.run(command, check=True)
    return cpu() - before


def write(directory, models, options):
    source = pathlib.Path(directory) / f"schema{models}.cpp"
    if models == 0:
        source.write_text("#include <amplify/backend.hpp>\n")
        return source
    with source.open("w") as out:
        subprocess.run([sys.executable, HERE / "generate.py", str(models), *options], stdout=out, check=True)
    return source


def main():
    settings = {"--compilers": "g++,clang++-19", "--models": "0,1,10,50,100,200,300"}
    options = sys.argv[1:]
    for name in settings:
        if name in options:
            at = options.index(name)
            settings[name] = options[at + 1]
            del options[at : at + 2]
    compilers = settings["--compilers"].split(",")
    print("models", *compilers, sep="\t")
    with tempfile.TemporaryDirectory() as directory:
        for models in map(int, settings["--models"].split(",")):
            source = write(directory, models, options)
            seconds = [compile_seconds(compiler, source) for compiler in compilers]
            print(models, *(f"{s:.2f}" for s in seconds), sep="\t", flush=True)


if __name__ == "__main__":
    main()
