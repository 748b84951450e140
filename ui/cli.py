"""The command line: `resume-assistant serve | ask | ingest | export | eval | widget`.

Whatever takes long to import is imported by the command that needs it, so that `--help` and wrong
usage answer at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingest.offline import silence_telemetry
from ui.edge import guarded, prepare_streams, show_details

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.answer import Answer
    from assistant.settings import Settings
    from ingest.resume import Resume
    from ui.questions import FiledQuestion

Say = Callable[[str], None]


def _open_assistant(settings: Settings, say: Say | None) -> Assistant:
    from assistant import Assistant

    return Assistant.open(settings.resume, settings, on_step=say)


def _load_resume(settings: Settings) -> Resume:
    from ingest.load import load_resumes

    return load_resumes(settings.resume, settings.max_file_bytes, _say_if_watched())


@dataclass(frozen=True)
class Services:
    """What the commands reach for outside of `ui`. Tests pass their own as the context's `obj`."""

    open_assistant: Callable[[Settings, Say | None], Assistant] = field(default=_open_assistant)
    load_resume: Callable[[Settings], Resume] = field(default=_load_resume)


app = typer.Typer(
    help="Answers questions about a resume, each sentence cited to its line.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

ResumeOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--resume",
        metavar="PATH",
        help="The resume's file, in place of RESUME_RESUME. Give it again for each further file.",
    ),
]
QuestionsOption = Annotated[
    Path | None,
    typer.Option("--questions", metavar="FILE", help="A file of questions, a JSON object a line."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main(services: Services | None = None) -> None:
    """Run the command that the process was started with, and end the process."""
    prepare_streams()
    silence_telemetry()
    app(prog_name="resume-assistant", obj=services)


@app.command()
@guarded
def serve(
    ctx: typer.Context,
    resume: ResumeOption = None,
    host: Annotated[
        str | None, typer.Option(metavar="H", help="Listen here, in place of RESUME_HOST.")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(metavar="P", min=0, max=65535, help="In place of RESUME_PORT; 0: any free."),
    ] = None,
) -> None:
    """Open the chat page to visitors."""
    from ui.server import serve as serve_until_interrupted

    settings = _settings(resume=resume, host=host, port=port)
    services = _services(ctx)
    serve_until_interrupted(
        settings,
        lambda: services.load_resume(settings),
        lambda: services.open_assistant(settings, _say),
        _say,
    )


@app.command()
@guarded
def ask(
    ctx: typer.Context,
    *,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", show_default=False)] = None,
    resume: ResumeOption = None,
    questions: QuestionsOption = None,
    as_json: JsonOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how the answer was arrived at.")
    ] = False,
) -> None:
    """Answer a question, or every question of a file in its order."""
    from ui.questions import read_questions

    if (question is None) == (questions is None):
        raise typer.BadParameter("give either a QUESTION or --questions FILE", ctx)
    settings = _settings(resume=resume)
    # All are checked before the model is loaded, which takes seconds.
    asked = read_questions(questions) if questions else [_typed(question or "")]
    _check(asked, settings)
    assistant = _services(ctx).open_assistant(settings, _say_if_watched())
    for item in asked:
        answer = assistant.ask(item.text).model_copy(update={"id": item.id})
        print(_as_json(answer, explain) if as_json else _as_text(answer, explain), flush=True)


@app.command()
@guarded
def ingest(
    ctx: typer.Context,
    resume: ResumeOption = None,
    show: Annotated[
        bool, typer.Option("--show", help="Print the outline that was understood, and warnings.")
    ] = False,
) -> None:
    """Read the resume and bring its index up to date."""
    settings = _settings(resume=resume)
    if show:
        from ingest.outline import outline

        print(outline(_load_resume(settings)), flush=True)
    resume_read = _services(ctx).open_assistant(settings, _say).resume
    count = sum(1 for _ in resume_read.statements())
    _say(f"{resume_read.source.file}: {count} statements; the index is up to date.")


@app.command()
@guarded
def export(resume: ResumeOption = None) -> None:
    """Print the resume as JSON Resume."""
    from ingest.export import to_json_resume

    print(_dump(to_json_resume(_load_resume(_settings(resume=resume))), indent=2))


@app.command()
@guarded
def widget(
    host: Annotated[
        str | None, typer.Option("--host", metavar="URL", help="Where visitors find the server.")
    ] = None,
) -> None:
    """Print the lines that put the assistant on a site."""
    from ui.widget.snippet import snippet

    settings = _settings()
    print(snippet(host or f"http://{settings.host}:{settings.port}"))


@app.command("eval")
@guarded
def evaluate(
    ctx: typer.Context,
    *,
    questions: QuestionsOption = None,
    generate: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Write N golden questions for the resume instead."),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="S", help="Chooses which N are written.")] = 0,
    resume: ResumeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print how well golden questions are answered, beside a tutorial's pipeline; or write some."""
    if (questions is None) == (generate is None):
        raise typer.BadParameter("give either --questions FILE or --generate N", ctx)
    settings = _settings(resume=resume)
    if generate is not None:
        _generate(settings, generate, seed)
    elif questions is not None:
        _evaluate(_services(ctx), settings, questions, as_json)


def _evaluate(services: Services, settings: Settings, questions: Path, as_json: bool) -> None:
    from assistant.baseline import beside
    from assistant.comparison import compared
    from assistant.evaluation import evaluate, read_golden
    from ui.report import report_text

    golden = read_golden(questions)
    assistant = services.open_assistant(settings, _say_if_watched())
    ways = compared(assistant, golden) if getattr(assistant, "model", None) else []
    report = ways[-1].report if ways else evaluate(assistant, golden)
    baseline, setting = beside(assistant, golden)
    if as_json:
        figures = {name: baseline.to_json()[name] for name in ("figures", "by_kind")}
        beside_it = {"name": "tutorial pipeline", **asdict(setting), **figures}
        with_model = {"compared": [way.to_json() for way in ways]} if ways else {}
        print(_dump(report.to_json() | {"baseline": beside_it} | with_model, indent=2))
    else:
        print(report_text(report, (baseline, setting), ways))


def _generate(settings: Settings, count: int, seed: int) -> None:
    from assistant.golden.generate import generate

    golden = generate(_load_resume(settings), count, seed)
    for question in golden:
        print(_dump(question.model_dump(mode="json")))
    if len(golden) < count:
        typer.echo(f"The resume allows {len(golden)} questions, not {count}.", err=True)


def _services(ctx: typer.Context) -> Services:
    return ctx.ensure_object(Services)


def _settings(resume: list[Path] | None = None, **given: Any) -> Settings:
    # pydantic-settings takes a fifth of a second to import.
    from assistant.settings import Settings

    settings = Settings.load(resume=resume or None, **given)
    if settings.debug:
        show_details()
    return settings


def _typed(question: str) -> FiledQuestion:
    from ui.questions import FiledQuestion

    # What the locale cannot read, Python smuggles in as half surrogates; most of it is UTF-8.
    text = question.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return FiledQuestion(text, None, "")


def _check(asked: Iterable[FiledQuestion], settings: Settings) -> None:
    from assistant.chain import checked_question
    from ingest.errors import QuestionError

    for item in asked:
        try:
            checked_question(item.text, settings)
        except QuestionError as error:
            raise QuestionError(f"{item.place}: {error}" if item.place else str(error)) from error


def _as_json(answer: Answer, explain: bool) -> str:
    extra = {"explanation": dict(answer.explanation or {})} if explain else {}
    return _dump(answer.to_json() | extra)


def _as_text(answer: Answer, explain: bool) -> str:
    from ui.render import answer_text, explanation_text

    parts = [answer_text(answer)]
    if explain and answer.explanation:
        parts.append(explanation_text(dict(answer.explanation)))
    return "\n\n".join(parts)


def _dump(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _say(line: str) -> None:
    """Tell a step of `serve` or `ingest`; standard error is left to the line that says why not."""
    print(line, flush=True)


def _say_if_watched() -> Say | None:
    """Steps of commands whose output is a result: shown to a person who waits, to nobody else."""
    if not sys.stderr.isatty():
        return None
    return lambda line: print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
