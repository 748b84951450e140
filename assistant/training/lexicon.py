"""Collect the words that questions and resumes use: `python -m assistant.training.lexicon`.

Whatever the material writes in small letters somewhere, and more often so than with a capital, is
an ordinary word; names of products and employers are not among them. Written to
`assistant/data/words.txt`, one folded word a line.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from assistant.text import tokens
from assistant.training.labelled import labelled
from assistant.training.material import for_judge, for_tuning
from assistant.vocabulary import load_vocabulary

_TARGET = Path(__file__).parent.parent / "data" / "words.txt"


def main() -> None:
    """Count and write."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    texts = [row.text for row in labelled("questions")]
    for resume in (*for_tuning(), *for_judge()):
        texts += [line.rpartition("\n")[2] for line in resume.lines]
        texts += [asked.question for asked in resume.asked]
    for text in texts:
        for at, token in enumerate(tokens(text)):
            if token.key.isalpha() and len(token.key) > 1:
                if token.text.islower():
                    small[token.key] += 1
                elif at:
                    capital[token.key] += 1
    named = {form[0] for form, term in load_vocabulary().by_form.items()
             if len(form) == 1 and any(char.isupper() for char in term.name)}  # fmt: skip
    words = sorted(
        word
        for word, count in small.items()
        if count > capital[word] and (count > 1 or not capital[word]) and word not in named
    )
    _TARGET.write_text("\n".join(words) + "\n", "utf-8")
    print(f"{_TARGET.name}: {len(words)} words")


if __name__ == "__main__":
    main()
