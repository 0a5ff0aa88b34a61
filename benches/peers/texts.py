"""Makes the texts and the house glossaries, in each tool's own form, that measure.py runs the tools on."""
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

HITTING = 10  # one row of so many is taken from the corpus as it stands
WORDS = r"(?<![\w'’-])[A-Za-z]+(?: [A-Za-z]+)*(?![\w-])"  # whole words with nothing but a space between
STORY = 5000  # bytes of a story
SEED, CORPUS, SIZES, ROWS, TO = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5])


def corpus_text(size):
    """Up to `size` bytes of the corpus: whole files in the order of their names, the last one cut."""
    path = Path(CORPUS) if CORPUS else SEED
    text = b""
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        with open(file, "rb") as source:
            text += source.read(size - len(text))
    return text or sys.exit(f"no text in {path}: give a folder of .txt files or one file")


def write_text(name, text, size):
    """`size` bytes of `text`, repeated if too short, up to the end of a line; from 1 MB on as a folder of stories too."""
    whole = (text * (size // len(text) + 1))[:size]
    whole = whole[: whole.rfind(b"\n") + 1] or whole
    (TO / "texts" / f"{name}.txt").write_bytes(whole)
    if size < 1_000_000:
        return
    folder, at = TO / "texts" / f"{name} in stories", 0
    folder.mkdir()
    while at < len(whole):
        end = whole.find(b"\n", at + STORY) + 1 or len(whole)
        (folder / f"{at:09}.txt").write_bytes(whole[at:end])
        at = end


def rows(text, count):
    """(mixed, single): `count` forms to avoid of 1 to 4 words, and as many single words; one in HITTING stands in the text."""
    rng = random.Random(1)
    lines = text.decode("utf-8", "replace").splitlines()
    rng.shuffle(lines)
    runs = [run.split() for line in lines[:200_000] for run in re.findall(WORDS, line)]
    order = [word for word, _ in Counter(word.lower() for run in runs for word in run).most_common()]
    common = set(order[:100])  # a row of such words alone would fire in every sentence
    rare = [word for word in order[min(2000, len(order) // 3):] if len(word) > 3]
    runs = [run for run in runs if len(run) > 1]

    def word(hit):
        found = rng.choice(rare)
        at = rng.randint(1, len(found))
        return found if hit else found[:at] + "".join(rng.sample("qxzkvjw", 2)) + found[at:]

    def sequence(hit):
        run, length = rng.choice(runs), rng.randint(2, 4)
        at = rng.randint(0, max(0, len(run) - length))
        if not hit:
            return [rng.choice(rng.choice(runs)) for _ in range(length)]
        return run[at : at + length]

    def distinct(make):
        found = {}
        for turn in range(count * 50):
            words = make(turn % HITTING == 0)
            if not all(word.lower() in common for word in words):
                found.setdefault(" ".join(words).lower(), " ".join(words))
            if len(found) == count:
                break
        return list(found.values())

    return distinct(lambda hit: [word(hit)] if rng.random() < 0.3 else sequence(hit)), distinct(lambda hit: [word(hit)])


def write_glossaries(folder, mixed, single):
    """The same rows for copydesk, prh and ripgrep; single words for codespell and typos, which take no others."""
    folder.mkdir()
    pairs = [(avoid, f"house form {n}") for n, avoid in enumerate(mixed)]
    prh = (f"  - expected: {w}\n    pattern: {json.dumps(a)}\n    options:\n      wordBoundary: true\n" for a, w in pairs)
    for name, head, body in (
        ("house.csv", "write,avoid\n", (f"{w},{a}\n" for a, w in pairs)),
        ("rg.txt", "", (f"{a}\n" for a, _ in pairs)),
        ("prh.yml", "version: 1\nrules:\n", prh),
        ("textlint.json", json.dumps({"rules": {"prh": {"rulePaths": [str(folder / "prh.yml")]}}}), ()),
        ("codespell.txt", "", (f"{word}->houseform\n" for word in single)),
        ("typos.toml", "[default.extend-words]\n", (f'{word} = "houseform"\n' for word in single)),
    ):
        (folder / name).write_text(head + "".join(body))


sizes, counts = ([int(number) for number in said.split(",") if number] for said in (SIZES, ROWS))
corpus = corpus_text(max(sizes + [5_000_000]))
(TO / "texts").mkdir()
(TO / "texts" / "seed.txt").write_bytes(SEED.read_bytes())
for size in sizes:
    write_text(f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB", corpus, size)
mixed, single = rows(corpus, max(counts))
if min(len(mixed), len(single)) < max(counts):
    print(f"The corpus is small: the largest glossary has {len(mixed):,} rows, or {len(single):,} single words.\n")
for count in counts:
    write_glossaries(TO / str(count), mixed[:count], single[:count])
