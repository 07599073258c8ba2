#!/usr/bin/env python3
"""Builds one made-up archive with shushuo and, where they are installed, Hugo and Zola.

    benches/compare.py [--sections 100 1000 5000] [--runs 5] [--work FOLDER]
                       [--hugo COMMAND] [--zola COMMAND] [--no-build]

The runs of the programs are interleaved, every one into an absent folder. Printed are medians: wall
and processor time, peak memory, and the wall and processor time in relation to `cp -r` of the
output just made. On a machine with other work to do only the processor times mean something.
"""

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"


def measure(command, folder):
    """Runs a command; its wall seconds, processor seconds and peak memory in MiB."""
    started = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, cwd=folder, stdout=nowhere, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{shlex.join(command)} failed:\n{errors.decode()[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def tools(arguments, work):
    """The programs that are there: name, folder, command."""
    out = str(work / "out")
    found = [("shushuo", [str(TARGET / "shushuo"), "build", "--quiet", "--site", ".", "--out", out])]
    hugo = arguments.hugo or shutil.which("hugo")
    if hugo:
        found.append(("hugo", [*shlex.split(hugo), "--quiet", "--destination", out]))
    zola = arguments.zola or shutil.which("zola")
    if zola:
        found.append(("zola", [*shlex.split(zola), "build", "--output-dir", out]))
    return found


def compare(count, arguments):
    work = Path(arguments.work) / f"shushuo-compare-{os.getpid()}"
    work.mkdir(parents=True)
    try:
        corpus = [str(TARGET / "examples" / "corpus"), str(count), str(work / "in")]
        subprocess.run(corpus, check=True, stdout=subprocess.DEVNULL)
        results = {}
        for _ in range(arguments.runs):
            for name, command in tools(arguments, work):
                folder = work / "in" / name
                for leftover in [work / "out", work / "copy", folder / "resources"]:
                    shutil.rmtree(leftover, ignore_errors=True)
                own = measure(command, folder)
                files = sum(len(names) for _, _, names in os.walk(work / "out"))
                copy = measure(["cp", "-r", str(work / "out"), str(work / "copy")], folder)
                size = sum(f.stat().st_size for f in (work / "out").rglob("*") if f.is_file())
                results.setdefault(name, []).append((*own, files, size / 2**20, *copy[:2]))
        for name, runs in results.items():
            row = [statistics.median(column) for column in zip(*runs)]
            wall, cpu, peak, files, size, copy_wall, copy_cpu = row
            print(
                f"| {count:,} | {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {files:,.0f} "
                f"| {size:.0f} | {wall / copy_wall:.1f} | {cpu / copy_cpu:.1f} |",
                flush=True,
            )
    finally:
        shutil.rmtree(work, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sections", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", default="/dev/shm", help="a folder in memory-backed storage")
    parser.add_argument("--hugo", help="the command, if it is not `hugo`")
    parser.add_argument("--zola", help="the command, if it is not `zola`")
    parser.add_argument("--no-build", action="store_true", help="measure what was built before")
    arguments = parser.parse_args()
    if not arguments.no_build:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "shushuo", "--example", "corpus"], cwd=ROOT, check=True)
    print("| sections | program | wall s | CPU s | peak MiB | files | MiB | wall ÷ `cp -r` | CPU ÷ `cp -r` |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|---:|")
    for count in arguments.sections:
        compare(count, arguments)


if __name__ == "__main__":
    main()
