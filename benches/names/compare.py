#!/usr/bin/env python3
"""Scores copydesk and common name matchers on a table of name pairs, in one run.

    python3 -m pip install jellyfish metaphone abydos
    benches/names/compare.py PAIRS.csv [--copydesk target/release/copydesk]

PAIRS.csv has the columns a, b, same (1 or 0) and, where known, kind. Printed for each matcher: the best balanced accuracy
over all thresholds, the recall at which at most 2 % and 5 % of the different pairs are merged, and the share of pairs of
the kind "gendered" (Navalny, Navalnaya) that are merged at the threshold of the best balanced accuracy. Matchers whose
package is not installed are named and left out.
"""

import argparse
import csv
import io
import subprocess
import unicodedata

LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "-": " "})


def folded(name):
    """Small ASCII letters and single blanks: every matcher but copydesk is given the names so."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return " ".join("".join(c for c in plain if c.isalnum() or c == " ").lower().split())


def by_code(codes):
    """A matcher from a phonetic code: 1 when every word of one name shares a code with its place in the other."""
    known = {}

    def of(word):
        if word not in known:
            known[word] = codes(word)
        return known[word]

    def score(a, b):
        one, other = a.split(), b.split()
        if len(one) != len(other):
            one, other = ["".join(one)], ["".join(other)]
        return float(all(x == y or of(x) & of(y) for x, y in zip(one, other)))

    return score


def jaro_winkler():
    import jellyfish

    return jellyfish.jaro_winkler_similarity


def damerau_levenshtein():
    import jellyfish

    return lambda a, b: 1 - jellyfish.damerau_levenshtein_distance(a, b) / max(len(a), len(b), 1)


def double_metaphone():
    from metaphone import doublemetaphone

    return by_code(lambda word: {code for code in doublemetaphone(word) if code})


def beider_morse():
    from abydos.phonetic import BeiderMorse

    encoder = BeiderMorse()
    return by_code(lambda word: set(encoder.encode(word).split()) if len(word) < 25 else {word})


MATCHERS = [
    ("Jaro-Winkler", jaro_winkler),
    ("Damerau-Levenshtein", damerau_levenshtein),
    ("Double Metaphone", double_metaphone),
    ("Beider-Morse", beider_morse),
]


def copydesk(program, pairs):
    """The scores of `copydesk names --compare` for all pairs."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["a", "b"])
    writer.writerows([pair["a"], pair["b"]] for pair in pairs)
    run = subprocess.run(
        [program, "names", "--compare", "/dev/stdin"], input=table.getvalue(), capture_output=True, text=True, check=True
    )
    return [float(row["score"]) for row in csv.DictReader(io.StringIO(run.stdout))]


def figures(pairs, scores):
    """Best balanced accuracy, recall at 2 % and 5 % false merges, gendered pairs merged at the best threshold."""
    same = sorted((s for s, pair in zip(scores, pairs) if pair["same"] == "1"), reverse=True)
    other = sorted((s for s, pair in zip(scores, pairs) if pair["same"] != "1"), reverse=True)
    share = lambda ordered, threshold: sum(s >= threshold for s in ordered) / max(len(ordered), 1)
    points = [(threshold, share(same, threshold), share(other, threshold)) for threshold in sorted(set(scores))]
    best = max(points, key=lambda point: point[1] - point[2])
    at = lambda limit: max((recall for _, recall, false in points if false <= limit), default=0.0)
    gendered = [s for s, pair in zip(scores, pairs) if pair.get("kind") == "gendered"]
    return (best[1] + 1 - best[2]) / 2, at(0.02), at(0.05), share(gendered, best[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs")
    parser.add_argument("--copydesk", default="target/release/copydesk")
    options = parser.parse_args()
    with open(options.pairs, newline="", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file))
    print("| matcher | balanced accuracy | recall at 2 % | recall at 5 % | gendered pairs merged |\n|---|---|---|---|---|")

    def line(name, scores):
        accuracy, two, five, gendered = figures(pairs, scores)
        print(f"| {name} | {accuracy:.3f} | {two:.3f} | {five:.3f} | {gendered:.1%} |", flush=True)

    line("copydesk", copydesk(options.copydesk, pairs))
    names = [(folded(pair["a"]), folded(pair["b"])) for pair in pairs]
    for name, matcher in MATCHERS:
        try:
            score = matcher()
        except ImportError as missing:
            print(f"| {name} | not measured: {missing} |")
            continue
        line(name, [round(score(a, b), 3) for a, b in names])


if __name__ == "__main__":
    main()
