"""The training material is whole, and what the judgement learns from is kept from the tuning."""

from __future__ import annotations

from assistant.training.material import FOLDER, for_cross_encoder, for_judge, for_tuning


def test_every_answer_is_a_line_of_its_resume() -> None:
    for resume in (*for_cross_encoder(), *for_judge()):
        for asked in resume.asked:
            assert all(0 <= number < len(resume.lines) for number in (*asked.answers, *asked.near))
            assert not set(asked.answers) & set(asked.near)


def test_the_resumes_of_the_judgement_train_nothing_that_it_weighs() -> None:
    trained = {resume.lines for resume in (*for_tuning(), *for_cross_encoder())}
    judged = [resume.lines for resume in for_judge()]
    assert len(judged) >= 40
    assert not trained & set(judged)


def test_the_cross_encoder_learns_from_questions_without_an_answer_too() -> None:
    asked = [one for resume in for_cross_encoder() for one in resume.asked]
    assert sum(not one.answers for one in asked) > len(asked) / 5
    assert all(one.answers for resume in for_tuning()[-5:] for one in resume.asked)


def test_every_line_of_the_files_is_of_their_form() -> None:
    pairs = [
        row.split("\t")
        for file in FOLDER.glob("pairs_*.tsv")
        for row in file.read_text("utf-8").splitlines()
    ]
    assert all(len(row) == 3 and row[1] in ("yes", "no") and all(row) for row in pairs)
    contrasts = [
        row.split("\t")
        for file in FOLDER.glob("contrast_*.tsv")
        for row in file.read_text("utf-8").splitlines()
    ]
    assert all(len(row) == 3 and all(row) for row in contrasts)
