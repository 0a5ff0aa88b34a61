"""Runs copydesk and its peers case by case, each tool in turn, and prints what the operating system says they used."""
import json
import os
import resource
import signal
import sys
import time

COPYDESK, PEERS, WORK, RUNS, LIMIT = *sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5])
CARGO, NODE = PEERS + "/cargo/bin/", PEERS + "/node/node_modules/"
# name: (command before the text, {} being the folder of the glossary; exit codes that are no failure; header lines)
TOOLS = {
    "copydesk": ([COPYDESK, "check", "--no-config", "--jobs", "1", "--format", "csv", "--glossary", "{}/house.csv"], (0, 1), 1),
    "ripgrep -F -f": ([CARGO + "rg", "--no-config", "--no-ignore", "-j1", "-n", "-o", "-F", "-f", "{}/rg.txt"], (0, 1), 0),
    "typos": ([CARGO + "typos", "--isolated", "--no-ignore", "--threads", "1", "--format", "brief", "--config", "{}/typos.toml"], (0, 2), 0),
    "codespell": ([PEERS + "/py/bin/codespell", "-D", "-", "-D", "{}/codespell.txt"], (0, 65), 0),
    "textlint + prh": ([NODE + ".bin/textlint", "--config", "{}/textlint.json", "--format", "unix"], (0, 1), 0),
}
COLUMNS = "text | rows | tool | version | CPU s | wall s | MB per CPU s | peak MB | CPU, copydesk = 1 | findings | runs"


def run(command, out):
    """(exit code or None when over LIMIT CPU seconds, CPU s, wall s, peak MB) of one run, from wait4."""
    start, pid = time.perf_counter(), os.fork()
    if pid == 0:
        try:
            os.setsid()
            os.chdir(WORK)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
            os.dup2(os.open(out + ".err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
            os.execv(command[0], command)
        finally:
            os._exit(127)
    over = []
    signal.signal(signal.SIGALRM, lambda *_: (over.append(True), os.killpg(pid, signal.SIGKILL)))
    signal.setitimer(signal.ITIMER_REAL, 5 * LIMIT)
    _, status, used = os.wait4(pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    cpu = used.ru_utime + used.ru_stime
    code = os.waitstatus_to_exitcode(status)
    if over or (code == -signal.SIGKILL and cpu > 0.95 * LIMIT):
        code = None
    return code, cpu, time.perf_counter() - start, used.ru_maxrss * 1024 / 1e6


def middle(values):
    return (sorted(values)[len(values) // 2] + sorted(values)[(len(values) - 1) // 2]) / 2


def lines(path):
    with open(path, "rb", buffering=0) as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 16), b""))


def version(name):
    """The version that the tool itself names; None when it is not there."""
    if not os.path.exists(TOOLS[name][0][0]):
        return None
    if name.startswith("textlint"):
        return " + ".join(json.load(open(f"{NODE}{part}/package.json"))["version"] for part in ("textlint", "textlint-rule-prh"))
    run([TOOLS[name][0][0], "--version"], WORK + "/version")
    with open(WORK + "/version") as file:
        return file.readline().split(" (")[0].split()[-1]


def size_of(path):
    return sum(map(size_of, (entry.path for entry in os.scandir(path)))) if os.path.isdir(path) else os.path.getsize(path)


def measure(path, size, rows, given_up):
    """One case: {tool: (median CPU, wall, peak, findings, runs) or the reason why not}."""
    said, spent, kept, stories = {}, {}, {}, os.path.isdir(path)
    for turn in range(RUNS + 1):
        for name, (command, fine, header) in TOOLS.items():
            if name in said or (turn > 1 and spent[name] > LIMIT):
                continue
            if any(size >= s and rows >= r for s, r in given_up.setdefault((name, stories), [])):
                said[name] = "not run: over the limit in a smaller case"
                continue
            out = f"{WORK}/{name.split()[0]}.out"
            code, cpu, wall, peak = run([part.format(f"{WORK}/{rows}") for part in command] + [path], out)
            spent[name] = spent.get(name, 0) + cpu
            if code is None:
                given_up[name, stories].append((size, rows))
                said[name] = f"over {LIMIT} CPU s, stopped"
            elif code not in fine:
                with open(out + ".err", errors="replace") as file:
                    why = next((line.strip() for line in file if line.strip()), "")
                said[name] = f"failed, exit code {code}: {why}".replace(WORK + "/", "").replace("|", "\\|")[:120]
            elif turn > 0:
                kept.setdefault(name, []).append((cpu, wall, peak, max(0, lines(out) - header)))
    return {**{name: (*map(middle, zip(*runs)), len(runs)) for name, runs in kept.items()}, **said}


def main():
    versions = {name: version(name) for name in TOOLS}
    for name in [name for name in TOOLS if versions[name] is None]:
        print(f"{name}: not installed, left out\n")
        del TOOLS[name]
    floor = run(["/bin/true"], WORK + "/true")[3]
    print(f"Medians of up to {RUNS} runs after a warm-up, one thread, tools in turn; peaks below {floor:.0f} MB read as {floor:.0f} MB.\n")
    print(f"| {COLUMNS} |\n|---|--:|---|---|--:|--:|--:|--:|--:|--:|--:|", flush=True)
    texts = sorted((size_of(f"{WORK}/texts/{text}"), text) for text in os.listdir(WORK + "/texts"))
    given_up = {}
    for size, text in texts:
        for rows in sorted(int(name) for name in os.listdir(WORK) if name.isdigit()):
            said = measure(f"{WORK}/texts/{text}", size, rows, given_up)
            ours = said["copydesk"][0] if isinstance(said["copydesk"], tuple) else None
            for name in TOOLS:
                start = f"| {text.removesuffix('.txt')} | {rows:,} | {name} | {versions[name]} |"
                if isinstance(said[name], str):
                    print(f"{start} {said[name]} | | | | | | |", flush=True)
                    continue
                cpu, wall, peak, found, runs = said[name]
                ratio = (f"{cpu / ours:.1f}" if cpu >= ours else f"{cpu / ours:.2g}") if ours else "?"
                print(f"{start} {cpu:.3f} | {wall:.3f} | {size / 1e6 / max(cpu, 1e-3):.2f} | {peak:.0f} | {ratio} | {found:,.0f} | {runs} |", flush=True)


main()
