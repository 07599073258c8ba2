#!/usr/bin/env python3
"""Builds one made-up archive with shushuo and, where they are installed, Hugo and Zola.

    benches/compare.py [--sections 100 1000 5000] [--runs 5] [--work FOLDER]
                       [--hugo COMMAND] [--zola COMMAND] [--no-build]

The runs of the programs are interleaved, every one into an absent folder. Printed, as the Markdown
that docs/performance.md holds, are medians: wall and processor time, peak memory, and the wall and
processor time in relation to `cp -r` of the output just made; then how shushuo stands against the
others, and what a build costs that follows another without a change. On a machine with other work
to do only the processor times mean something.
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
    """The programs that are there: name and command, to be run in the folder of that name."""
    out = str(work / "out")
    found = [("shushuo", [str(TARGET / "shushuo"), "build", "--quiet", "--site", ".", "--out", out])]
    hugo = arguments.hugo or shutil.which("hugo")
    if hugo:
        found.append(("hugo", [*shlex.split(hugo), "--quiet", "--destination", out]))
    zola = arguments.zola or shutil.which("zola")
    if zola:
        found.append(("zola", [*shlex.split(zola), "build", "--output-dir", out]))
    return found


def again(work, runs):
    """Wall seconds of a build that follows another: without a change, with one changed word."""
    name, command = tools(argparse.Namespace(hugo=None, zola=None), work)[0]
    folder = work / "in" / name
    shutil.rmtree(work / "out", ignore_errors=True)
    measure(command, folder)
    section = sorted(folder.glob("content/*/*.en.md"))[0]
    same, changed = [], []
    for run in range(runs):
        same.append(measure(command, folder)[0])
        section.write_text(section.read_text().rstrip("\n") + f" Edited {'again ' * run}.\n")
        changed.append(measure(command, folder)[0])
    return statistics.median(same), statistics.median(changed)


def compare(count, arguments):
    """Prints a row for each program; returns the medians of each."""
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
        rows = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in results.items()}
        for name, row in rows.items():
            wall, cpu, peak, files, size, copy_wall, copy_cpu = row
            print(
                f"| {count:,} | {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {files:,.0f} "
                f"| {size:.0f} | {wall / copy_wall:.1f} | {cpu / copy_cpu:.1f} |",
                flush=True,
            )
        return rows, again(work, arguments.runs)
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
    results = {count: compare(count, arguments) for count in arguments.sections}
    print("\n| sections | CPU ms a section | Hugo ÷ shushuo | Zola ÷ shushuo | again, s | after an edit, s |")
    print("|---:|---:|---:|---:|---:|---:|")
    for count, (rows, (same, changed)) in results.items():
        wall, cpu = rows["shushuo"][:2]
        others = [f"{rows[name][0] / wall:.1f}" if name in rows else "–" for name in ["hugo", "zola"]]
        print(f"| {count:,} | {1000 * cpu / count:.2f} | {others[0]} | {others[1]} | {same:.2f} | {changed:.2f} |")


if __name__ == "__main__":
    main()
